package com.contoso.tollbooth.usage.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a month is going. What the ledger holds is exact; what is estimated is rounded to cents, half
 * to even.
 *
 * @param currencies in the order of their codes, never added up; none if the month has not begun or
 *     the ledger has nothing
 */
public record Trend(YearMonth month, LocalDate asOf, List<InCurrency> currencies) {
  public Trend {
    currencies = List.copyOf(currencies);
  }

  /**
   * The month in one currency.
   *
   * @param toDate all that the ledger holds of the month, incomplete days too
   * @param monthEnd absent if no day is complete yet
   * @param points by day
   */
  public record InCurrency(
      String currency,
      BigDecimal toDate,
      SamePoint samePoint,
      @Nullable MonthEnd monthEnd,
      Naive naive,
      List<TrendPoint> points) {
    public InCurrency {
      points = List.copyOf(points);
    }
  }

  /**
   * Both months after as many complete days, from the first on. A last month that is shorter is
   * taken whole, and a month that is over is compared with the whole of the last, however long.
   *
   * @param lastMonth absent if the ledger has nothing of it
   */
  public record SamePoint(int days, BigDecimal thisMonth, @Nullable BigDecimal lastMonth) {}

  /** The month's total, which in four cases of five lies from low to high. */
  public record MonthEnd(BigDecimal cost, BigDecimal low, BigDecimal high, Basis basis) {}

  /** What a month-end forecast stands on, the best first. */
  public enum Basis {
    /** The month is over and complete. */
    ACTUAL,
    /** The pattern of the weeks before, with the interval that its own past errors give. */
    PATTERN,
    /** The pattern, too young to have been tried: the interval is assumed. */
    UNTRIED_PATTERN,
    /** The mean day, because there are less than four weeks: the interval is wide and assumed. */
    RUN_RATE
  }

  /**
   * What one would say without a method.
   *
   * @param lastMonth the same as last month; absent if the ledger has nothing of it
   * @param runRate the mean complete day of the month times its days; absent if there is none
   */
  public record Naive(@Nullable BigDecimal lastMonth, @Nullable BigDecimal runRate) {}
}
