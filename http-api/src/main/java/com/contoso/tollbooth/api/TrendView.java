package com.contoso.tollbooth.api;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a month's cost is heading, as the page sees it: for each currency by itself. */
record TrendView(String month, List<Trend> trends) {

  /**
   * One currency.
   *
   * @param through the last day that counts; absent if there is none yet
   * @param days of the month up to that day
   * @param lastMonth the whole month before
   * @param samePointLastMonth what the month before had come to on the same day of the month
   * @param forecast absent where there is nothing to forecast from, and of a month that is whole
   */
  record Trend(
      String currency,
      @Nullable LocalDate through,
      List<Day> days,
      List<Day> lastMonth,
      String monthToDate,
      String samePointLastMonth,
      String lastMonthTotal,
      @Nullable Forecast forecast) {}

  /** What a day cost. */
  record Day(LocalDate day, String cost) {}

  /** The month's total as expected, within bounds, and what is expected of each day to come. */
  record Forecast(String expected, String low, String high, List<DayAhead> days) {}

  /** A day to come. */
  record DayAhead(LocalDate day, String expected, String low, String high) {}
}
