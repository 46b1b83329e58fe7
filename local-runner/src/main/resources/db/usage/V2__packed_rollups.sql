-- The rollups of each sheet in one value, as PackedRollups writes it, in the same transaction.
CREATE TABLE packed_rollups (
  sheet   INTEGER PRIMARY KEY REFERENCES sheet,
  rollups BLOB    NOT NULL
);
