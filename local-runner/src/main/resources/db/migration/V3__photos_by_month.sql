-- How many photos came in each month, in UTC; kept like the counts of the states.

CREATE TABLE photo_month (
  month  TEXT PRIMARY KEY,
  photos INTEGER NOT NULL
) WITHOUT ROWID;

INSERT INTO photo_month
SELECT strftime('%Y-%m', received_at / 1000, 'unixepoch') AS month, count(*) FROM passage GROUP BY month;

CREATE TRIGGER photo_arrived AFTER INSERT ON passage BEGIN
  INSERT INTO photo_month VALUES (strftime('%Y-%m', NEW.received_at / 1000, 'unixepoch'), 1)
  ON CONFLICT (month) DO UPDATE SET photos = photos + 1;
END;
