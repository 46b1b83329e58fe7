package com.contoso.tollbooth.usage.forecast;

import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.LedgerScope;
import java.time.LocalDate;
import java.util.List;
import java.util.TreeSet;
import java.util.function.Function;

/** Reads a month and those before it, and forecasts its end. */
record ReadTrend(LedgerReader ledger, ForecastSettings settings)
    implements Function<TrendQuery, Trend> {

  @Override
  public Trend apply(TrendQuery query) {
    LocalDate start = query.month().atDay(1);
    LocalDate end = query.month().atEndOfMonth();
    LocalDate to = query.asOf().isBefore(end) ? query.asOf() : end;
    if (to.isBefore(start)) {
      return new Trend(query.month(), query.asOf(), List.of());
    }
    DailyCosts<String> costs = new DailyCosts<>();
    ledger.rollups(
        new LedgerScope(
            query.rights(), query.enrollments(), start.minusMonths(settings.historyMonths()), to),
        rollup -> {
          // other currencies tell as well which day the ledger has reached
          costs.add(rollup.currency(), rollup.day(), rollup.cost());
        });
    LocalDate complete = completeThrough(query, end, costs);
    TreeSet<String> currencies = new TreeSet<>();
    costs.keys().forEach(currencies::add);
    return new Trend(
        query.month(),
        query.asOf(),
        currencies.stream()
            .filter(currency -> query.currency() == null || currency.equals(query.currency()))
            .map(
                currency ->
                    new MonthTrend(query.month(), costs.series(currency, to), complete)
                        .in(currency))
            .toList());
  }

  /** Before the month is over, days that the ledger has not reached are incomplete too. */
  private LocalDate completeThrough(TrendQuery query, LocalDate end, DailyCosts<String> costs) {
    LocalDate usual = query.asOf().minusDays(settings.incompleteDays());
    LocalDate last = costs.last();
    if (!usual.isBefore(end)) {
      return end;
    }
    return last != null && last.isBefore(usual) ? last : usual;
  }
}
