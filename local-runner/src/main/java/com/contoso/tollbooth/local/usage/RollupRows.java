package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.Dimensions;
import com.contoso.tollbooth.usage.Rollup;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.Consumer;

/** Reads rollups, a sheet's in a row. Their dimensions are fetched when they are first met. */
final class RollupRows implements AutoCloseable {
  /** Of sheets {@code s}; conditions follow. */
  static final String SELECT =
      """
      SELECT s.day, r.rollups
      FROM sheet s CROSS JOIN packed_rollups r ON r.sheet = s.number WHERE
      """;

  static final String ORDER = " ORDER BY s.day, s.subscription, s.enrollment";

  private final Consumer<Rollup> each;
  private final KnownDimensions known;
  private final PreparedStatement dimension;

  RollupRows(Connection connection, KnownDimensions known, Consumer<Rollup> each)
      throws SQLException {
    this.known = known;
    this.each = each;
    dimension =
        connection.prepareStatement(
            "SELECT " + LineRows.DIMENSION + " FROM dimension d WHERE d.number = ?");
  }

  void read(ResultSet row) throws SQLException {
    while (row.next()) {
      LocalDate day = LocalDate.ofEpochDay(row.getLong(1));
      PackedRollups.each(
          row.getBytes(2),
          (number, currency, lines, unrated, cost) ->
              each.accept(new Rollup(day, dimensions(number), currency, lines, unrated, cost)));
    }
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

  @Override
  public void close() throws SQLException {
    dimension.close();
  }
}
