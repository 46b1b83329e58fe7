package com.contoso.tollbooth.api;

import com.contoso.tollbooth.usage.forecast.Anomaly;
import com.contoso.tollbooth.usage.forecast.Trend;
import com.contoso.tollbooth.usage.forecast.TrendPoint;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where a month's cost is heading, as the page sees it: each currency by itself. */
record TrendView(String month, LocalDate asOf, List<InCurrency> trends) {

  /**
   * One currency.
   *
   * @param monthToDate all that is known of the month, incomplete days too
   * @param completeDays from the first day on; the same point of both months is after so many
   * @param samePointLastMonth absent if nothing is known of last month
   * @param runRate the mean complete day times the month's days: what one would say without a
   *     method
   * @param monthEnd absent if no day is complete
   * @param lastMonthDays the days of last month
   */
  record InCurrency(
      String currency,
      String monthToDate,
      int completeDays,
      String samePoint,
      @Nullable String samePointLastMonth,
      @Nullable String lastMonth,
      @Nullable String runRate,
      @Nullable MonthEnd monthEnd,
      List<Point> days,
      List<Day> lastMonthDays) {
    static InCurrency of(Trend.InCurrency trend, List<Day> lastMonthDays) {
      Trend.MonthEnd end = trend.monthEnd();
      return new InCurrency(
          trend.currency(),
          trend.toDate().toPlainString(),
          trend.samePoint().days(),
          trend.samePoint().thisMonth().toPlainString(),
          text(trend.samePoint().lastMonth()),
          text(trend.naive().lastMonth()),
          text(trend.naive().runRate()),
          end == null ? null : MonthEnd.of(end),
          trend.points().stream().map(Point::of).toList(),
          lastMonthDays);
    }
  }

  /** The month's total, within the bounds that four of five months keep. */
  record MonthEnd(String cost, String low, String high, String basis) {
    static MonthEnd of(Trend.MonthEnd end) {
      return new MonthEnd(
          end.cost().toPlainString(),
          end.low().toPlainString(),
          end.high().toPlainString(),
          end.basis().name());
    }
  }

  /** A day's cost; an incomplete day has two points, what is known and what is forecast. */
  record Point(LocalDate day, String kind, String cost, String low, String high) {
    static Point of(TrendPoint point) {
      return new Point(
          point.day(),
          point.kind().name(),
          point.cost().toPlainString(),
          point.low().toPlainString(),
          point.high().toPlainString());
    }
  }

  /** What a day cost. */
  record Day(LocalDate day, String cost) {}

  /** Days of a subscription that depart from its weekday pattern. */
  record AnomalyView(
      String id,
      String subscription,
      String subscriptionName,
      String direction,
      LocalDate first,
      LocalDate last,
      int days,
      String currency,
      String expected,
      String actual,
      double score,
      String sentence) {
    static AnomalyView of(Anomaly anomaly) {
      return new AnomalyView(
          anomaly.id(),
          anomaly.subscription().value(),
          anomaly.subscriptionName(),
          anomaly.direction().name(),
          anomaly.first(),
          anomaly.last(),
          anomaly.days(),
          anomaly.currency(),
          anomaly.expected().toPlainString(),
          anomaly.actual().toPlainString(),
          anomaly.score(),
          anomaly.sentence());
    }
  }

  private static @Nullable String text(@Nullable BigDecimal money) {
    return money == null ? null : money.toPlainString();
  }
}
