package com.contoso.tollbooth.usage.chargeback;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/**
 * What costs come of. In each currency the rows sum to the total to the last digit.
 *
 * @param rows by period, then currency, then cost, the greatest first, the sum of the others last
 */
public record Breakdown(BreakdownQuery query, List<Row> rows, List<CostTotal> totals) {
  public Breakdown {
    rows = List.copyOf(rows);
    totals = List.copyOf(totals);
  }

  /** What a row stands for. */
  public enum Kind {
    /** One group. */
    GROUP,
    /** The costs that have no such thing, such as those without the tag. */
    NONE,
    /** The groups that are not among the greatest. */
    OTHERS
  }

  /**
   * A group's cost in one period and currency.
   *
   * @param from the day, or the first of the month
   * @param key to filter by; empty for none and others
   * @param label to show
   * @param unrated how many of the lines count as zero because they have no rate
   */
  public record Row(
      LocalDate from,
      Kind kind,
      String key,
      String label,
      String currency,
      long lines,
      long unrated,
      BigDecimal cost) {}
}
