package com.contoso.tollbooth.api;

import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.LedgerScope;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** A trend that carries on as it was. */
record NaiveTrend(LedgerReader ledger, UsageReader reader) implements Routes {
  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/usage/months/{month}/trend", this::trend),
        Route.get(
            "/api/usage/months/{month}/anomalies",
            call -> ApiAnswer.json(Map.of("anomalies", List.of()))));
  }

  private ApiAnswer trend(Call call) {
    LedgerScope scope = UsageLedgerRoutes.scope(call, reader.rights(call));
    YearMonth month = UsageLedgerRoutes.month(call);
    Map<String, TreeMap<LocalDate, BigDecimal>> now = days(scope);
    Map<String, TreeMap<LocalDate, BigDecimal>> before =
        days(
            new LedgerScope(
                scope.rights(),
                scope.enrollments(),
                month.minusMonths(1).atDay(1),
                month.minusMonths(1).atEndOfMonth()));
    return ApiAnswer.json(
        new TrendView(
            month.toString(),
            now.entrySet().stream()
                .map(
                    each ->
                        trend(
                            month,
                            each.getKey(),
                            each.getValue(),
                            before.getOrDefault(each.getKey(), new TreeMap<>())))
                .toList()));
  }

  private static TrendView.Trend trend(
      YearMonth month,
      String currency,
      TreeMap<LocalDate, BigDecimal> days,
      TreeMap<LocalDate, BigDecimal> before) {
    LocalDate through = days.lastKey();
    BigDecimal sum = sum(days);
    BigDecimal mean =
        sum.divide(BigDecimal.valueOf(through.getDayOfMonth()), 2, RoundingMode.HALF_UP);
    int left = month.lengthOfMonth() - through.getDayOfMonth();
    BigDecimal expected = sum.add(mean.multiply(BigDecimal.valueOf(left)));
    BigDecimal spread = mean.multiply(BigDecimal.valueOf(left)).multiply(new BigDecimal("0.2"));
    return new TrendView.Trend(
        currency,
        through,
        list(days),
        list(before),
        sum.toPlainString(),
        sum(before.headMap(through.minusMonths(1), true)).toPlainString(),
        sum(before).toPlainString(),
        left == 0
            ? null
            : new TrendView.Forecast(
                expected.toPlainString(),
                expected.subtract(spread).toPlainString(),
                expected.add(spread).toPlainString(),
                through
                    .plusDays(1)
                    .datesUntil(month.plusMonths(1).atDay(1))
                    .map(
                        day ->
                            new TrendView.DayAhead(
                                day,
                                mean.toPlainString(),
                                mean.multiply(new BigDecimal("0.7")).toPlainString(),
                                mean.multiply(new BigDecimal("1.3")).toPlainString()))
                    .toList()));
  }

  private static BigDecimal sum(Map<LocalDate, BigDecimal> days) {
    return days.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static List<TrendView.Day> list(TreeMap<LocalDate, BigDecimal> days) {
    return days.entrySet().stream()
        .map(day -> new TrendView.Day(day.getKey(), day.getValue().toPlainString()))
        .toList();
  }

  private Map<String, TreeMap<LocalDate, BigDecimal>> days(LedgerScope scope) {
    var days = new TreeMap<String, TreeMap<LocalDate, BigDecimal>>();
    ledger.rollups(
        scope,
        rollup ->
            days.computeIfAbsent(rollup.currency(), currency -> new TreeMap<>())
                .merge(rollup.day(), rollup.cost(), BigDecimal::add));
    return days;
  }
}
