package com.contoso.tollbooth.usage.forecast;

/**
 * How forecasts made after so many days of a month did.
 *
 * @param months how many were forecast
 * @param covered the share of months that ended within the interval; 0.8 is what it promises
 */
public record BackTestRow(
    int day, int months, Errors method, Errors lastMonth, Errors runRate, double covered) {
  /**
   * Errors of the month's total.
   *
   * @param weighted the sum of the errors over the sum of the totals
   * @param mean the mean of each month's error over its own total
   */
  public record Errors(double weighted, double mean) {}
}
