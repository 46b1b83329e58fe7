package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.Cost;
import com.contoso.tollbooth.usage.Dimensions;
import com.contoso.tollbooth.usage.Rollup;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads rollups. A month has a hundred thousand, of a few thousand dimensions: those are fetched
 * when they are first met, and columns are read by number.
 */
final class RollupRows implements AutoCloseable {
  /** Of sheets {@code s}; conditions follow. */
  static final String SELECT =
      """
      SELECT s.day, r.dimension, r.currency, r.basis, r.lines, r.cost
      FROM sheet s CROSS JOIN rollup r ON r.sheet = s.number WHERE
      """;

  static final String ORDER =
      " ORDER BY s.day, s.subscription, s.enrollment, r.dimension, r.currency";

  private final Consumer<Rollup> each;
  private final KnownDimensions known;
  private final PreparedStatement dimension;
  private LocalDate day = LocalDate.EPOCH;
  private @Nullable Rollup last;

  RollupRows(Connection connection, KnownDimensions known, Consumer<Rollup> each)
      throws SQLException {
    this.known = known;
    this.each = each;
    dimension =
        connection.prepareStatement(
            "SELECT " + LineRows.DIMENSION + " FROM dimension d WHERE d.number = ?");
  }

  /** Rows that differ by their basis alone, which are next to each other, are one rollup. */
  void read(ResultSet row) throws SQLException {
    while (row.next()) {
      Rollup next = rollup(row);
      Rollup before = last;
      if (before == null) {
        last = next;
      } else if (isSame(before, next)) {
        last =
            new Rollup(
                next.day(),
                next.dimensions(),
                next.currency(),
                before.lines() + next.lines(),
                before.unrated() + next.unrated(),
                before.cost().add(next.cost()));
      } else {
        each.accept(before);
        last = next;
      }
    }
    if (last != null) {
      each.accept(last);
    }
  }

  private Rollup rollup(ResultSet row) throws SQLException {
    long epochDay = row.getLong(1);
    if (epochDay != day.toEpochDay()) {
      day = LocalDate.ofEpochDay(epochDay);
    }
    long lines = row.getLong(5);
    return new Rollup(
        day,
        dimensions(row.getLong(2)),
        row.getString(3),
        lines,
        Cost.Basis.UNRATED.name().equals(row.getString(4)) ? lines : 0,
        new BigDecimal(row.getString(6)));
  }

  private Dimensions dimensions(long number) throws SQLException {
    Dimensions dimensions = known.find(number);
    if (dimensions == null) {
      dimension.setLong(1, number);
      try (ResultSet row = dimension.executeQuery()) {
        row.next();
        dimensions = new LineRows().dimensions(row);
      }
      known.put(number, dimensions);
    }
    return dimensions;
  }

  private static boolean isSame(Rollup before, Rollup next) {
    return before.dimensions().equals(next.dimensions())
        && before.day().equals(next.day())
        && before.currency().equals(next.currency());
  }

  @Override
  public void close() throws SQLException {
    dimension.close();
  }
}
