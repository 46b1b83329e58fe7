-- Days are counted from 1970-01-01, times are milliseconds since then. Decimals are texts, exact to
-- their last digit; they are summed outside. Digests are 16 bytes.

-- The newest report applied to each day.
CREATE TABLE head (
  enrollment TEXT    NOT NULL,
  day        INTEGER NOT NULL,
  run        TEXT    NOT NULL,
  digest     TEXT    NOT NULL,
  lines      INTEGER NOT NULL,
  quantity   TEXT    NOT NULL,
  cost       TEXT    NOT NULL,
  PRIMARY KEY (enrollment, day)
) WITHOUT ROWID;

-- A subscription's day.
CREATE TABLE sheet (
  number       INTEGER PRIMARY KEY,
  day          INTEGER NOT NULL,
  subscription TEXT    NOT NULL,
  enrollment   TEXT    NOT NULL,
  digest       BLOB    NOT NULL,
  lines        INTEGER NOT NULL,
  quantity     TEXT    NOT NULL,
  cost         TEXT    NOT NULL,
  UNIQUE (day, subscription, enrollment)
);

-- Entered once, never changed: who and what a cost is counted for.
CREATE TABLE dimension (
  number            INTEGER PRIMARY KEY,
  enrollment        TEXT NOT NULL,
  subscription      TEXT NOT NULL,
  subscription_name TEXT NOT NULL,
  cost_center       TEXT NOT NULL,
  department        TEXT NOT NULL,
  account           TEXT NOT NULL,
  resource_group    TEXT NOT NULL,
  service           TEXT NOT NULL,
  tags              TEXT NOT NULL,
  UNIQUE (enrollment, subscription, resource_group, service, cost_center, department, account,
          subscription_name, tags)
);

-- Entered once, never changed. The category is the dimension's service.
CREATE TABLE meter (
  number       INTEGER PRIMARY KEY,
  id           TEXT NOT NULL,
  name         TEXT NOT NULL,
  sub_category TEXT NOT NULL,
  region       TEXT NOT NULL,
  unit         TEXT NOT NULL,
  UNIQUE (id, name, sub_category, region, unit)
);

-- The current lines of a sheet that share dimension, currency and basis; none is kept without lines.
CREATE TABLE rollup (
  number    INTEGER PRIMARY KEY,
  sheet     INTEGER NOT NULL REFERENCES sheet,
  dimension INTEGER NOT NULL REFERENCES dimension,
  currency  TEXT    NOT NULL,
  basis     TEXT    NOT NULL,
  lines     INTEGER NOT NULL DEFAULT 0,
  cost      TEXT    NOT NULL DEFAULT '0',
  UNIQUE (sheet, dimension, currency, basis)
);

-- A retired line names the run that retired it and belongs to no rollup.
CREATE TABLE line (
  number            INTEGER PRIMARY KEY,
  sheet             INTEGER NOT NULL,
  hash              BLOB    NOT NULL,
  rank              INTEGER NOT NULL,
  digest            BLOB    NOT NULL,
  run               TEXT    NOT NULL,
  retired_run       TEXT,
  rollup            INTEGER,
  dimension         INTEGER NOT NULL,
  meter             INTEGER NOT NULL,
  resource          TEXT    NOT NULL,
  location          TEXT    NOT NULL,
  resource_service  TEXT    NOT NULL,
  quantity          TEXT    NOT NULL,
  unit_price        TEXT,
  reported_cost     TEXT,
  reported_currency TEXT    NOT NULL,
  cost              TEXT    NOT NULL,
  currency          TEXT    NOT NULL,
  basis             TEXT    NOT NULL,
  further           TEXT    NOT NULL
);

CREATE UNIQUE INDEX line_identity ON line (sheet, hash, rank);
CREATE INDEX line_by_rollup ON line (rollup, hash, rank) WHERE rollup IS NOT NULL;

CREATE TABLE month (
  enrollment TEXT    NOT NULL,
  month      TEXT    NOT NULL,
  state      TEXT    NOT NULL,
  since      INTEGER NOT NULL,
  PRIMARY KEY (enrollment, month)
) WITHOUT ROWID;

CREATE TABLE restatement (
  enrollment TEXT    NOT NULL,
  month      TEXT    NOT NULL,
  run        TEXT    NOT NULL,
  at         INTEGER NOT NULL,
  PRIMARY KEY (enrollment, month, run)
) WITHOUT ROWID;

CREATE TABLE difference (
  enrollment   TEXT    NOT NULL,
  month        TEXT    NOT NULL,
  run          TEXT    NOT NULL,
  subscription TEXT    NOT NULL,
  meter        TEXT    NOT NULL,
  cost_center  TEXT    NOT NULL,
  currency     TEXT    NOT NULL,
  meter_name   TEXT    NOT NULL,
  added        INTEGER NOT NULL,
  changed      INTEGER NOT NULL,
  removed      INTEGER NOT NULL,
  before       TEXT    NOT NULL,
  after        TEXT    NOT NULL,
  PRIMARY KEY (enrollment, month, run, subscription, meter, cost_center, currency)
) WITHOUT ROWID;
