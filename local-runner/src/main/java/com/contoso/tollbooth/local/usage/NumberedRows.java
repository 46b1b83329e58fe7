package com.contoso.tollbooth.local.usage;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Gives a row of unique values its number, entering it if there is none. */
final class NumberedRows<K> implements AutoCloseable {
  private final PreparedStatement find;
  private final PreparedStatement enter;
  private final Map<K, Long> known = new HashMap<>();

  NumberedRows(Connection connection, String table, String... columns) throws SQLException {
    List<String> names = List.of(columns);
    find =
        connection.prepareStatement(
            "SELECT number FROM "
                + table
                + " WHERE "
                + names.stream().map(name -> name + " = ?").collect(Collectors.joining(" AND ")));
    enter =
        connection.prepareStatement(
            "INSERT INTO "
                + table
                + " ("
                + String.join(", ", names)
                + ") VALUES ("
                + names.stream().map(name -> "?").collect(Collectors.joining(", "))
                + ") RETURNING number");
  }

  /**
   * The number of the row that the key stands for.
   *
   * @param values of its columns
   */
  long number(K key, Supplier<List<?>> values) throws SQLException {
    Long number = known.get(key);
    if (number == null) {
      List<?> row = values.get();
      long found = number(find, row);
      number = found == 0 ? number(enter, row) : found;
      known.put(key, number);
    }
    return number;
  }

  private static long number(PreparedStatement statement, List<?> values) throws SQLException {
    for (int n = 0; n < values.size(); n++) {
      statement.setObject(n + 1, values.get(n));
    }
    try (ResultSet row = statement.executeQuery()) {
      return row.next() ? row.getLong(1) : 0;
    }
  }

  @Override
  public void close() throws SQLException {
    find.close();
    enter.close();
  }
}
