package com.contoso.tollbooth.usage.forecast;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * Forecasts months whose end is known from the days before it, beside two naive forecasts: the same
 * as last month, and the mean day so far times the days of the month.
 */
public final class BackTest {
  private static final List<Integer> DAYS = List.of(5, 10, 15, 20, 25);

  private BackTest() {}

  /**
   * One row for each of days 5, 10, 15, 20 and 25, over every month that is whole and has one
   * before it; none if there is no such month.
   */
  public static List<BackTestRow> of(List<DailySeries> series) {
    return DAYS.stream().map(day -> row(series, day)).filter(row -> row.months() > 0).toList();
  }

  private static BackTestRow row(List<DailySeries> series, int day) {
    List<Forecast> forecasts =
        series.stream().flatMap(one -> forecasts(one, day).stream()).toList();
    return new BackTestRow(
        day,
        forecasts.size(),
        errors(forecasts, Forecast::method),
        errors(forecasts, Forecast::lastMonth),
        errors(forecasts, Forecast::runRate),
        forecasts.stream().filter(Forecast::covered).count() / (double) forecasts.size());
  }

  private static List<Forecast> forecasts(DailySeries series, int day) {
    double[] costs = series.toDoubles();
    LocalDate last = series.first().plusDays(costs.length - 1);
    List<Forecast> forecasts = new ArrayList<>();
    YearMonth month = YearMonth.from(series.first().minusDays(1)).plusMonths(2);
    for (; !month.atEndOfMonth().isAfter(last); month = month.plusMonths(1)) {
      forecasts.add(forecast(series, costs, month, day));
    }
    return forecasts;
  }

  private static Forecast forecast(DailySeries series, double[] costs, YearMonth month, int day) {
    int start = series.index(month.atDay(1));
    int end = start + day;
    int rest = month.lengthOfMonth() - day;
    double soFar = Arrays.stream(costs, start, end).sum();
    Outlook outlook = Forecaster.forecast(series.first(), costs, end, rest);
    return new Forecast(
        Arrays.stream(costs, start, end + rest).sum(),
        soFar + outlook.sum(),
        outlook.sumSpread(),
        Arrays.stream(costs, series.index(month.minusMonths(1).atDay(1)), start).sum(),
        soFar / day * month.lengthOfMonth());
  }

  private static BackTestRow.Errors errors(
      List<Forecast> forecasts, ToDoubleFunction<Forecast> by) {
    double errors = 0;
    double shares = 0;
    double totals = 0;
    for (Forecast forecast : forecasts) {
      double error = Math.abs(by.applyAsDouble(forecast) - forecast.actual());
      errors += error;
      totals += forecast.actual();
      shares += error / forecast.actual();
    }
    return new BackTestRow.Errors(errors / totals, shares / forecasts.size());
  }

  private record Forecast(
      double actual, double method, double spread, double lastMonth, double runRate) {
    boolean covered() {
      return Math.abs(actual - method) <= spread;
    }
  }
}
