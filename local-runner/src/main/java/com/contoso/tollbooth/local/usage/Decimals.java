package com.contoso.tollbooth.local.usage;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/** Decimals as texts, because SQLite's numbers are not exact. */
final class Decimals {
  private Decimals() {}

  static String text(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return (stripped.scale() < 0 && stripped.scale() > -50 ? stripped.setScale(0) : stripped)
        .toString();
  }

  static @Nullable String textOrNull(@Nullable BigDecimal value) {
    return value == null ? null : text(value);
  }

  static BigDecimal of(ResultSet row, String column) throws SQLException {
    return new BigDecimal(row.getString(column));
  }

  static @Nullable BigDecimal orNull(ResultSet row, String column) throws SQLException {
    String text = row.getString(column);
    return text == null ? null : new BigDecimal(text);
  }
}
