package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.Cost;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Keeps the rollups of the sheets of a day in step with their lines, exactly. */
final class RollupSums implements AutoCloseable {
  private final Connection connection;
  private final NumberedRows<Key> rows;
  private final Map<Long, Change> changes = new HashMap<>();

  RollupSums(Connection connection) throws SQLException {
    this.connection = connection;
    rows = new NumberedRows<>(connection, "rollup", "sheet", "dimension", "currency", "basis");
  }

  /** Takes a line in, and tells in which rollup it is. */
  long add(long sheet, long dimension, Cost cost) throws SQLException {
    var key = new Key(sheet, dimension, cost.currency(), cost.basis());
    long rollup =
        rows.number(key, () -> List.of(sheet, dimension, cost.currency(), cost.basis().name()));
    change(rollup).add(1, cost.amount());
    return rollup;
  }

  void remove(long rollup, BigDecimal cost) {
    change(rollup).add(-1, cost.negate());
  }

  /** Writes the sums that changed. */
  void write() throws SQLException {
    try (var find = connection.prepareStatement("SELECT lines, cost FROM rollup WHERE number = ?");
        var update =
            connection.prepareStatement("UPDATE rollup SET lines = ?, cost = ? WHERE number = ?");
        var delete = connection.prepareStatement("DELETE FROM rollup WHERE number = ?")) {
      for (var each : changes.entrySet()) {
        if (each.getValue().isNothing()) {
          continue;
        }
        find.setLong(1, each.getKey());
        long lines;
        BigDecimal cost;
        try (ResultSet row = find.executeQuery()) {
          row.next();
          lines = row.getLong(1) + each.getValue().lines;
          cost = new BigDecimal(row.getString(2)).add(each.getValue().cost);
        }
        write(lines == 0 ? delete : update, each.getKey(), lines, cost);
      }
    }
  }

  private static void write(PreparedStatement statement, long rollup, long lines, BigDecimal cost)
      throws SQLException {
    int column = 1;
    if (lines > 0) {
      statement.setLong(column++, lines);
      statement.setString(column++, Decimals.text(cost));
    }
    statement.setLong(column, rollup);
    statement.executeUpdate();
  }

  private Change change(long rollup) {
    return changes.computeIfAbsent(rollup, number -> new Change());
  }

  @Override
  public void close() throws SQLException {
    rows.close();
  }

  private record Key(long sheet, long dimension, String currency, Cost.Basis basis) {}

  private static final class Change {
    private long lines;
    private BigDecimal cost = BigDecimal.ZERO;

    private boolean isNothing() {
      return lines == 0 && cost.signum() == 0;
    }

    private void add(long more, BigDecimal amount) {
      lines += more;
      cost = cost.add(amount);
    }
  }
}
