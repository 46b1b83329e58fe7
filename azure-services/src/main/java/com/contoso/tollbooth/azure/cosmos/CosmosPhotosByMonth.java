package com.contoso.tollbooth.azure.cosmos;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.azure.items.Items;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/**
 * Says how many photos came in each month, by the index on their arrival. A month that ended a
 * while ago is counted once in the life of a process: nothing arrives in it any more.
 */
public final class CosmosPhotosByMonth implements Supplier<SortedMap<YearMonth, Long>> {
  /** By then an arrival of the month's last moment is written. */
  private static final Duration UNDER_WAY = Duration.ofHours(1);

  private final Items passages;
  private final InstantSource clock;
  private final Map<YearMonth, Long> ended = new ConcurrentHashMap<>();

  public CosmosPhotosByMonth(CosmosStore store, InstantSource clock) {
    this.passages = store.passages();
    this.clock = clock;
  }

  @Override
  public SortedMap<YearMonth, Long> get() {
    var months = new TreeMap<YearMonth, Long>();
    Instant now = clock.instant();
    YearMonth present = monthOf(now);
    YearMonth unsettled = monthOf(now.minus(UNDER_WAY));
    first()
        .ifPresent(
            begin -> {
              for (YearMonth each = begin; !each.isAfter(present); each = each.plusMonths(1)) {
                long photos =
                    each.isBefore(unsettled)
                        ? ended.computeIfAbsent(each, this::count)
                        : count(each);
                if (photos > 0) {
                  months.put(each, photos);
                }
              }
            });
    return months;
  }

  private Optional<YearMonth> first() {
    List<Item> oldest =
        passages.query("SELECT * FROM c WHERE c.arrival > '' ORDER BY c.arrival", Map.of(), 1);
    return oldest.stream()
        .map(item -> item.text("arrival"))
        .map(arrival -> Long.parseLong(arrival.substring(0, arrival.indexOf('-'))))
        .map(millis -> monthOf(Instant.ofEpochMilli(millis)))
        .findFirst();
  }

  private static YearMonth monthOf(Instant at) {
    return YearMonth.from(at.atOffset(ZoneOffset.UTC));
  }

  private long count(YearMonth month) {
    return passages.count(
        "c.arrival >= @from AND c.arrival < @to",
        Map.of("from", begin(month), "to", begin(month.plusMonths(1))));
  }

  /** What sorts before all arrivals of a month and after those before it. */
  private static String begin(YearMonth month) {
    return "%013d"
        .formatted(month.atDay(1).atStartOfDay().toInstant(ZoneOffset.UTC).toEpochMilli());
  }
}
