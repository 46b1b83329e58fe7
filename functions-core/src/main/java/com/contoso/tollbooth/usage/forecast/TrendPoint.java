package com.contoso.tollbooth.usage.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The cost of a day. An incomplete day has two points: what is known of it and what is forecast.
 *
 * @param low the same as the cost, but for a forecast
 * @param high the same as the cost, but for a forecast
 */
public record TrendPoint(
    LocalDate day, Kind kind, BigDecimal cost, BigDecimal low, BigDecimal high) {
  /** How a cost is known. */
  public enum Kind {
    /** All of the day is expected to be there. */
    ACTUAL,
    /** More of the day is expected. */
    INCOMPLETE,
    /** Most of such days cost from low to high: four of five. */
    FORECAST
  }
}
