package com.contoso.tollbooth.api;

import com.contoso.tollbooth.usage.LedgerScope;
import com.contoso.tollbooth.usage.chargeback.Breakdown;
import com.contoso.tollbooth.usage.chargeback.BreakdownQuery;
import com.contoso.tollbooth.usage.chargeback.CostFilter;
import com.contoso.tollbooth.usage.forecast.Anomaly;
import com.contoso.tollbooth.usage.forecast.AnomalyQuery;
import com.contoso.tollbooth.usage.forecast.Trend;
import com.contoso.tollbooth.usage.forecast.TrendQuery;
import java.math.BigDecimal;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Where a month is heading, and what departs from its pattern. */
record UsageTrendRoutes(
    Function<TrendQuery, Trend> readTrend,
    Function<AnomalyQuery, List<Anomaly>> findAnomalies,
    Function<BreakdownQuery, Breakdown> breakDownCosts,
    UsageReader reader,
    InstantSource clock)
    implements Routes {

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/usage/months/{month}/trend", this::trend),
        Route.get("/api/usage/months/{month}/anomalies", this::anomalies));
  }

  private ApiAnswer trend(Call call) {
    LedgerScope scope = UsageLedgerRoutes.scope(call, reader.rights(call));
    YearMonth month = UsageLedgerRoutes.month(call);
    Trend trend =
        readTrend.apply(new TrendQuery(scope.rights(), scope.enrollments(), month, null, today()));
    Map<String, SortedMap<LocalDate, BigDecimal>> before = days(scope, month.minusMonths(1));
    return ApiAnswer.json(
        new TrendView(
            month.toString(),
            trend.asOf(),
            trend.currencies().stream()
                .map(each -> TrendView.InCurrency.of(each, list(before, each.currency())))
                .toList()));
  }

  private Map<String, SortedMap<LocalDate, BigDecimal>> days(LedgerScope like, YearMonth month) {
    var scope =
        new LedgerScope(like.rights(), like.enrollments(), month.atDay(1), month.atEndOfMonth());
    var query =
        new BreakdownQuery(
            scope, CostFilter.ALL, BreakdownQuery.Grain.DAY, UsageQueries.by("service"), 1);
    var days = new HashMap<String, SortedMap<LocalDate, BigDecimal>>();
    for (Breakdown.Row row : breakDownCosts.apply(query).rows()) {
      days.computeIfAbsent(row.currency(), currency -> new TreeMap<>())
          .merge(row.from(), row.cost(), BigDecimal::add);
    }
    return days;
  }

  private static List<TrendView.Day> list(
      Map<String, SortedMap<LocalDate, BigDecimal>> days, String currency) {
    return days.getOrDefault(currency, new TreeMap<>()).entrySet().stream()
        .map(day -> new TrendView.Day(day.getKey(), day.getValue().toPlainString()))
        .toList();
  }

  private ApiAnswer anomalies(Call call) {
    LedgerScope scope = UsageLedgerRoutes.scope(call, reader.rights(call));
    List<Anomaly> found =
        findAnomalies.apply(
            new AnomalyQuery(
                scope.rights(), scope.enrollments(), scope.from(), scope.to(), today()));
    return ApiAnswer.json(new Anomalies(found.stream().map(TrendView.AnomalyView::of).toList()));
  }

  private LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
  }

  record Anomalies(List<TrendView.AnomalyView> anomalies) {}
}
