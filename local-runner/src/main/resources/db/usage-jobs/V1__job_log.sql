-- What the usage pipeline did: a row for each step of each run; times in milliseconds of the epoch.
CREATE TABLE job_log (
  id         TEXT PRIMARY KEY,
  enrollment TEXT    NOT NULL,
  month      TEXT    NOT NULL,
  run        TEXT    NOT NULL,
  step       TEXT    NOT NULL,
  day        TEXT,
  started    INTEGER NOT NULL,
  ended      INTEGER,
  outcome    TEXT    NOT NULL,
  lines      INTEGER NOT NULL,
  changed    INTEGER NOT NULL,
  bytes      INTEGER NOT NULL,
  checksum   TEXT,
  reason     TEXT
) STRICT, WITHOUT ROWID;

CREATE INDEX job_log_by_time ON job_log (started, id);
CREATE INDEX job_log_by_enrollment ON job_log (enrollment, started, id);
CREATE INDEX job_log_by_run ON job_log (enrollment, month, run, started, id);
CREATE INDEX job_log_decisions ON job_log (enrollment, month, started, id) WHERE step = 'CONTROL';
CREATE INDEX job_log_unended ON job_log (started, id) WHERE step = 'CONTROL' AND ended IS NULL;

-- The mails that were sent.
CREATE TABLE usage_mail (
  id   TEXT PRIMARY KEY,
  sent INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
