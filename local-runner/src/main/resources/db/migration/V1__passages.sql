-- Times are milliseconds since 1970-01-01T00:00Z. JSON columns hold what nobody searches by.

CREATE TABLE passage (
  arrival       INTEGER PRIMARY KEY AUTOINCREMENT,
  id            TEXT    NOT NULL UNIQUE,
  photo         TEXT    NOT NULL,
  tag           TEXT    NOT NULL,
  bytes         INTEGER NOT NULL,
  metadata      TEXT    NOT NULL,
  received_at   INTEGER NOT NULL,
  state         TEXT    NOT NULL CHECK (state IN ('RECEIVED', 'REVIEW', 'BILLABLE', 'UNBILLABLE', 'FAILED')),
  captured_at   INTEGER,
  captured_from TEXT,
  decided_at    INTEGER,
  plate         TEXT,
  jurisdiction  TEXT,
  confidence    REAL,
  source        TEXT,
  reason        TEXT,
  why           TEXT,
  candidates    TEXT    NOT NULL DEFAULT '[]',
  leased_by     TEXT,
  leased_until  INTEGER,
  resolved_by   TEXT,
  resolution    TEXT
);

CREATE INDEX passage_by_state ON passage (state, arrival);
CREATE INDEX passage_open_review ON passage (decided_at, arrival) WHERE state = 'REVIEW' AND resolution IS NULL;
CREATE INDEX passage_untold ON passage (arrival) WHERE state = 'REVIEW' AND resolution IS NOT NULL;

-- Kept by triggers in the transaction of each change, so the counts add up at any moment.
CREATE TABLE passage_count (
  state    TEXT PRIMARY KEY,
  passages INTEGER NOT NULL
) WITHOUT ROWID;

INSERT INTO passage_count VALUES ('RECEIVED', 0), ('REVIEW', 0), ('BILLABLE', 0), ('UNBILLABLE', 0), ('FAILED', 0);

CREATE TRIGGER passage_arrived AFTER INSERT ON passage BEGIN
  UPDATE passage_count SET passages = passages + 1 WHERE state = NEW.state;
END;

CREATE TRIGGER passage_moved AFTER UPDATE OF state ON passage WHEN OLD.state <> NEW.state BEGIN
  UPDATE passage_count SET passages = passages - 1 WHERE state = OLD.state;
  UPDATE passage_count SET passages = passages + 1 WHERE state = NEW.state;
END;

-- The billing ledger: entered once, never changed. recorded_at never falls from one row to the next.
CREATE TABLE billable (
  entry        INTEGER PRIMARY KEY AUTOINCREMENT,
  passage_id   TEXT    NOT NULL UNIQUE,
  recorded_at  INTEGER NOT NULL,
  booth        TEXT    NOT NULL,
  captured_at  INTEGER NOT NULL,
  plate        TEXT    NOT NULL,
  jurisdiction TEXT    NOT NULL,
  confidence   REAL    NOT NULL,
  source       TEXT    NOT NULL
);

CREATE INDEX billable_by_time ON billable (recorded_at, entry);

CREATE TABLE export_window (
  to_at        INTEGER PRIMARY KEY,
  from_at      INTEGER NOT NULL,
  settled_rows INTEGER
);

CREATE TABLE lasting_condition (
  condition TEXT PRIMARY KEY,
  since     INTEGER NOT NULL
) WITHOUT ROWID;

-- The event journal: one row per event and subscriber, gone when it was handled.
CREATE TABLE delivery (
  number     INTEGER PRIMARY KEY AUTOINCREMENT,
  event_id   TEXT    NOT NULL,
  subscriber TEXT    NOT NULL,
  type       TEXT    NOT NULL,
  passage_id TEXT    NOT NULL,
  event      TEXT    NOT NULL,
  not_before INTEGER NOT NULL,
  attempts   INTEGER NOT NULL DEFAULT 0,
  dead_at    INTEGER,
  reason     TEXT,
  UNIQUE (subscriber, event_id)
);

CREATE INDEX delivery_waiting ON delivery (subscriber, number) WHERE dead_at IS NULL;
CREATE INDEX delivery_dead ON delivery (dead_at) WHERE dead_at IS NOT NULL;
CREATE INDEX delivery_by_passage ON delivery (passage_id);
