package com.contoso.tollbooth.usage.forecast;

import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.LedgerScope;
import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.forecast.Anomaly.Direction;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds days that depart from the pattern of their weekday, the latest first. A subscription of
 * less than four weeks has no pattern. Incomplete days are judged high and never low.
 */
record FindAnomalies(LedgerReader ledger, ForecastSettings forecast, AnomalySettings settings)
    implements Function<AnomalyQuery, List<Anomaly>> {

  /** Departures no further apart than a week are one anomaly. */
  private static final int GAP = Shape.WEEK;

  @Override
  public List<Anomaly> apply(AnomalyQuery query) {
    LocalDate to = query.asOf().isBefore(query.to()) ? query.asOf() : query.to();
    // an anomaly that lasts began at most so long before, else the pattern had taken it in
    LocalDate judged = query.from().minusWeeks(settings.weeks());
    LocalDate from = judged.minusWeeks(settings.weeks()).minusMonths(1);
    if (to.isBefore(query.from())) {
      return List.of();
    }
    Map<SubscriptionId, String> names = new HashMap<>();
    DailyCosts<Key> costs =
        read(new LedgerScope(query.rights(), query.enrollments(), from, to), names);
    LocalDate complete = completeThrough(query.asOf(), costs);
    List<Anomaly> found = new ArrayList<>();
    for (Key key : costs.keys()) {
      DailySeries series = costs.series(key, to);
      String name = names.getOrDefault(key.subscription(), "");
      for (List<Departure> run : runs(series, judged, to, complete)) {
        if (!run.getLast().day().isBefore(query.from())) {
          found.add(AnomalyText.anomaly(key.subscription(), name, key.currency(), run, series));
        }
      }
    }
    found.sort(
        Comparator.comparing(Anomaly::last)
            .reversed()
            .thenComparing(Anomaly::score, Comparator.reverseOrder())
            .thenComparing(Anomaly::id));
    return found;
  }

  private DailyCosts<Key> read(LedgerScope scope, Map<SubscriptionId, String> names) {
    DailyCosts<Key> costs = new DailyCosts<>();
    ledger.rollups(
        scope,
        rollup -> {
          SubscriptionId subscription = rollup.dimensions().subscription();
          costs.add(new Key(subscription, rollup.currency()), rollup.day(), rollup.cost());
          names.put(subscription, rollup.dimensions().subscriptionName());
        });
    return costs;
  }

  /** A day that the ledger has not reached is incomplete too. */
  private LocalDate completeThrough(LocalDate asOf, DailyCosts<Key> costs) {
    LocalDate usual = asOf.minusDays(forecast.incompleteDays());
    LocalDate last = costs.last();
    return last != null && last.isBefore(usual) ? last : usual;
  }

  private List<List<Departure>> runs(
      DailySeries series, LocalDate from, LocalDate to, LocalDate complete) {
    WeekdayPattern pattern = new WeekdayPattern(series, settings);
    List<List<Departure>> runs = new ArrayList<>();
    Map<Direction, List<Departure>> open = new HashMap<>();
    from.datesUntil(to.plusDays(1))
        .flatMap(day -> pattern.judge(day).stream())
        .filter(it -> it.direction() == Direction.HIGH || !it.day().isAfter(complete))
        .forEach(
            departure -> {
              List<Departure> run = open.get(departure.direction());
              if (run == null || run.getLast().day().plusDays(GAP).isBefore(departure.day())) {
                run = new ArrayList<>();
                runs.add(run);
                open.put(departure.direction(), run);
              }
              run.add(departure);
            });
    return runs;
  }

  private record Key(SubscriptionId subscription, String currency) {}
}
