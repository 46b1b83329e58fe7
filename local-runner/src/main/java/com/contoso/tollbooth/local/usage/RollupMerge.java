package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.Cost;
import com.contoso.tollbooth.usage.Dimensions;
import com.contoso.tollbooth.usage.Rollup;
import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Makes one rollup of the rows, next to each other, that differ by their basis alone. */
final class RollupMerge {
  private final Consumer<Rollup> each;
  private final LineRows rows = new LineRows();
  private @Nullable Rollup last;

  RollupMerge(Consumer<Rollup> each) {
    this.each = each;
  }

  void add(ResultSet row) throws SQLException {
    LocalDate day = LocalDate.ofEpochDay(row.getLong("day"));
    Dimensions dimensions = rows.dimensions(row);
    String currency = row.getString("currency");
    long lines = row.getLong("lines");
    long unrated = Cost.Basis.UNRATED.name().equals(row.getString("basis")) ? lines : 0;
    BigDecimal cost = Decimals.of(row, "cost");
    Rollup before = last;
    if (before != null && isOf(before, day, dimensions, currency)) {
      last =
          new Rollup(
              day,
              dimensions,
              currency,
              before.lines() + lines,
              before.unrated() + unrated,
              before.cost().add(cost));
      return;
    }
    end();
    last = new Rollup(day, dimensions, currency, lines, unrated, cost);
  }

  void end() {
    if (last != null) {
      each.accept(last);
      last = null;
    }
  }

  /** Dimensions are remembered: those of one number are one object. */
  @SuppressWarnings("ReferenceEquality")
  private static boolean isOf(
      Rollup rollup, LocalDate day, Dimensions dimensions, String currency) {
    return rollup.dimensions() == dimensions
        && rollup.day().equals(day)
        && rollup.currency().equals(currency);
  }
}
