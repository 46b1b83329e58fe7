package com.contoso.tollbooth.usage.forecast;

import com.contoso.tollbooth.usage.forecast.Trend.Basis;
import com.contoso.tollbooth.usage.forecast.TrendPoint.Kind;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A month of a series.
 *
 * @param complete the last day all of which is there
 */
record MonthTrend(YearMonth month, DailySeries series, LocalDate complete) {
  Trend.InCurrency in(String currency) {
    List<TrendPoint> points = known();
    Trend.MonthEnd monthEnd = null;
    if (!complete.isBefore(month.atEndOfMonth())) {
      BigDecimal total = sum(month.atEndOfMonth());
      monthEnd = new Trend.MonthEnd(total, total, total, Basis.ACTUAL);
    } else if (series.index(complete) >= 0) {
      monthEnd = forecast(points);
    }
    return new Trend.InCurrency(
        currency, sum(month.atEndOfMonth()), samePoint(), monthEnd, naive(), points);
  }

  private List<TrendPoint> known() {
    List<TrendPoint> points = new ArrayList<>();
    for (int i = Math.max(0, series.index(month.atDay(1))); i < series.costs().size(); i++) {
      LocalDate day = series.first().plusDays(i);
      BigDecimal cost = series.costs().get(i);
      Kind kind = day.isAfter(complete) ? Kind.INCOMPLETE : Kind.ACTUAL;
      points.add(new TrendPoint(day, kind, cost, cost, cost));
    }
    return points;
  }

  /** Adds a point for each day to come, and for the incomplete ones. */
  private Trend.MonthEnd forecast(List<TrendPoint> points) {
    LocalDate from = complete.plusDays(1);
    int end = series.index(from);
    double[] costs = series.toDoubles();
    int days = Math.toIntExact(month.atEndOfMonth().toEpochDay() - complete.toEpochDay());
    Outlook outlook = Forecaster.forecast(series.first(), costs, end, days);
    double rest = 0;
    for (int i = 0; i < days; i++) {
      LocalDate day = from.plusDays(i);
      double seen = end + i < costs.length ? costs[end + i] : 0;
      // what is there already will not be less when the rest has arrived
      double cost = Math.max(outlook.expected()[i], seen);
      if (!day.isBefore(month.atDay(1))) {
        rest += cost;
        double spread = outlook.daySpread();
        points.add(
            new TrendPoint(
                day,
                Kind.FORECAST,
                cents(cost),
                cents(Math.max(cost - spread, Math.min(cost, seen))),
                cents(cost + spread)));
      }
    }
    points.sort(Comparator.comparing(TrendPoint::day).thenComparing(TrendPoint::kind));
    BigDecimal soFar = sum(complete);
    double least = Math.max(rest - outlook.sumSpread(), 0);
    return new Trend.MonthEnd(
        cents(soFar.add(BigDecimal.valueOf(rest))),
        cents(soFar.add(BigDecimal.valueOf(Math.min(least, rest)))),
        cents(soFar.add(BigDecimal.valueOf(rest + outlook.sumSpread()))),
        outlook.basis());
  }

  private Trend.SamePoint samePoint() {
    int days = completeDays();
    YearMonth before = month.minusMonths(1);
    boolean over = days == month.lengthOfMonth();
    int last = over ? before.lengthOfMonth() : Math.min(days, before.lengthOfMonth());
    BigDecimal lastMonth =
        last == 0 ? BigDecimal.ZERO : series.sum(before.atDay(1), before.atDay(last));
    return new Trend.SamePoint(days, sum(complete), hasLastMonth() ? lastMonth : null);
  }

  private Trend.Naive naive() {
    YearMonth before = month.minusMonths(1);
    int days = completeDays();
    BigDecimal runRate =
        days == 0
            ? null
            : sum(complete)
                .multiply(BigDecimal.valueOf(month.lengthOfMonth()))
                .divide(BigDecimal.valueOf(days), 2, RoundingMode.HALF_EVEN);
    @Nullable BigDecimal lastMonth =
        hasLastMonth() ? series.sum(before.atDay(1), before.atEndOfMonth()) : null;
    return new Trend.Naive(lastMonth, runRate);
  }

  private boolean hasLastMonth() {
    return series.first().isBefore(month.atDay(1));
  }

  private int completeDays() {
    return Math.clamp(
        complete.toEpochDay() - month.atDay(1).toEpochDay() + 1, 0, month.lengthOfMonth());
  }

  private BigDecimal sum(LocalDate to) {
    return series.sum(month.atDay(1), to);
  }

  private static BigDecimal cents(double amount) {
    return cents(BigDecimal.valueOf(amount));
  }

  private static BigDecimal cents(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_EVEN);
  }
}
