package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.LedgerLine;
import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.Totals;
import com.contoso.tollbooth.usage.ledger.DayChange;
import com.contoso.tollbooth.usage.ledger.DaySheets;
import com.contoso.tollbooth.usage.ledger.Digest;
import com.contoso.tollbooth.usage.ledger.LineKey;
import com.contoso.tollbooth.usage.ledger.PricedLine;
import com.contoso.tollbooth.usage.ledger.RestatementTally;
import com.contoso.tollbooth.usage.ledger.SheetChange;
import java.io.IOException;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.UncategorizedSQLException;
import org.springframework.jdbc.support.SQLExceptionTranslator;
import org.springframework.jdbc.support.SQLStateSQLExceptionTranslator;

/** Makes the lines, rollups and sheets of a day those of a revision, in one transaction. */
final class DayPosting implements AutoCloseable {
  private static final SQLExceptionTranslator FAULTS = new SQLStateSQLExceptionTranslator();

  private static final String COMPARED =
      """
      SELECT number, hash, rank, digest, retired_run, rollup, quantity, reported_cost, cost
      FROM line WHERE sheet = ? ORDER BY hash, rank
      """;

  private final Connection connection;
  private final DayFile file;
  private final @Nullable RestatementTally tally;
  private final RollupSums rollups;
  private final LineWriter writer;
  private final Map<SubscriptionId, Long> sheetNumbers = new HashMap<>();
  private final LineRows rows = new LineRows();
  private long retired;

  /**
   * Begins.
   *
   * @param tally counts what changes, if the month is closed
   */
  DayPosting(Connection connection, DayFile file, @Nullable RestatementTally tally)
      throws SQLException {
    this.connection = connection;
    this.file = file;
    this.tally = tally;
    rollups = new RollupSums(connection);
    writer = new LineWriter(connection, file.fetch().enrollment(), file.fetch().run(), rollups);
  }

  /** Returns how many lines it wrote. */
  long post(DaySheets sheets, DayChange change) throws SQLException, IOException {
    Map<SubscriptionId, StoredSheet> stored = stored();
    for (DaySheets.Sheet sheet : sheets.sheetsWith(stored.keySet())) {
      StoredSheet known = stored.get(sheet.subscription());
      if (known == null || !known.digest.equals(sheet.digest())) {
        long number = known == null ? enter(sheet.subscription()) : known.number;
        sheetNumbers.put(sheet.subscription(), number);
        update(number, sheet.digest(), compare(number, sheet, change.compare(sheet)));
      }
    }
    long written = change.write(this::write);
    rollups.write();
    try (var packed = new PackedRollups(connection)) {
      for (long sheet : sheetNumbers.values()) {
        packed.pack(sheet);
      }
    }
    return written;
  }

  long retired() {
    return retired;
  }

  /** Of all sheets of the day as they are now. */
  Totals totals() throws SQLException {
    return stored().values().stream().map(StoredSheet::totals).reduce(Totals.NONE, Totals::plus);
  }

  private Totals compare(long number, DaySheets.Sheet sheet, SheetChange change)
      throws SQLException {
    Totals totals = sheet.totals();
    List<Long> vanished = new ArrayList<>();
    try (PreparedStatement lines = connection.prepareStatement(COMPARED)) {
      lines.setLong(1, number);
      if (change.looksFirst()) {
        look(lines, change);
      }
      try (ResultSet line = lines.executeQuery()) {
        while (line.next()) {
          switch (fate(line, change)) {
            case STAYS, RETURNS -> {}
            case STAYS_UNSEEN -> totals = totals.plus(reported(line));
            case CHANGES -> rollups.remove(line.getLong("rollup"), Decimals.of(line, "cost"));
            case RETIRES -> {
              rollups.remove(line.getLong("rollup"), Decimals.of(line, "cost"));
              vanished.add(line.getLong("number"));
            }
          }
        }
      }
    }
    change.end();
    retire(vanished);
    return totals;
  }

  private static void look(PreparedStatement lines, SheetChange change) throws SQLException {
    try (ResultSet line = lines.executeQuery()) {
      while (line.next()) {
        change.look(LineRows.key(line), Digest.of(line.getBytes("digest")), standing(line));
      }
    }
  }

  private static SheetChange.Fate fate(ResultSet line, SheetChange change) throws SQLException {
    return change.stored(LineRows.key(line), Digest.of(line.getBytes("digest")), standing(line));
  }

  private static SheetChange.Standing standing(ResultSet line) throws SQLException {
    return line.getString("retired_run") == null
        ? SheetChange.Standing.CURRENT
        : SheetChange.Standing.RETIRED;
  }

  private static Totals reported(ResultSet line) throws SQLException {
    BigDecimal cost = Decimals.orNull(line, "reported_cost");
    return new Totals(1, Decimals.of(line, "quantity"), cost == null ? BigDecimal.ZERO : cost);
  }

  private void retire(List<Long> lines) throws SQLException {
    for (long line : lines) {
      if (tally != null) {
        tally.count(current("l.number = ?", line), null);
      }
      writer.retire(line);
    }
    retired += lines.size();
  }

  private void write(LineKey key, Digest digest, PricedLine line) {
    try {
      long sheet = sheetNumbers.getOrDefault(line.line().subscription(), 0L);
      if (tally != null) {
        tally.count(
            current(
                "l.sheet = ? AND l.hash = ? AND l.rank = ?",
                sheet,
                key.natural().bytes(),
                key.rank()),
            line);
      }
      writer.write(sheet, key, digest, line);
    } catch (SQLException e) {
      throw fault(e);
    }
  }

  private @Nullable PricedLine current(String condition, Object... values) throws SQLException {
    try (PreparedStatement find =
        connection.prepareStatement(
            LineRows.SELECT_BY_LINE + " WHERE l.retired_run IS NULL AND " + condition)) {
      for (int n = 0; n < values.length; n++) {
        find.setObject(n + 1, values[n]);
      }
      try (ResultSet row = find.executeQuery()) {
        if (!row.next()) {
          return null;
        }
        LedgerLine line = rows.line(row, 0);
        return new PricedLine(line.line(), line.cost());
      }
    }
  }

  private Map<SubscriptionId, StoredSheet> stored() throws SQLException {
    Map<SubscriptionId, StoredSheet> stored = new HashMap<>();
    try (PreparedStatement find =
        connection.prepareStatement("SELECT * FROM sheet WHERE day = ? AND enrollment = ?")) {
      find.setLong(1, file.day().toEpochDay());
      find.setString(2, file.fetch().enrollment().value());
      try (ResultSet row = find.executeQuery()) {
        while (row.next()) {
          stored.put(
              new SubscriptionId(row.getString("subscription")),
              new StoredSheet(
                  row.getLong("number"),
                  Digest.of(row.getBytes("digest")),
                  LedgerRows.totals(row)));
        }
      }
    }
    return stored;
  }

  private long enter(SubscriptionId subscription) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement(
            """
            INSERT INTO sheet (day, subscription, enrollment, digest, lines, quantity, cost)
            VALUES (?, ?, ?, x'', 0, '0', '0') RETURNING number
            """)) {
      insert.setLong(1, file.day().toEpochDay());
      insert.setString(2, subscription.value());
      insert.setString(3, file.fetch().enrollment().value());
      try (ResultSet row = insert.executeQuery()) {
        row.next();
        return row.getLong(1);
      }
    }
  }

  private void update(long sheet, Digest digest, Totals totals) throws SQLException {
    try (PreparedStatement update =
        connection.prepareStatement(
            "UPDATE sheet SET digest = ?, lines = ?, quantity = ?, cost = ? WHERE number = ?")) {
      update.setBytes(1, digest.bytes());
      update.setLong(2, totals.lines());
      update.setString(3, Decimals.text(totals.quantity()));
      update.setString(4, Decimals.text(totals.cost()));
      update.setLong(5, sheet);
      update.executeUpdate();
    }
  }

  @Override
  public void close() throws SQLException {
    writer.close();
    rollups.close();
  }

  private static DataAccessException fault(SQLException e) {
    DataAccessException fault = FAULTS.translate("write a line", null, e);
    return fault == null ? new UncategorizedSQLException("write a line", null, e) : fault;
  }

  private record StoredSheet(long number, Digest digest, Totals totals) {}
}
