package com.contoso.tollbooth.usage.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BinaryOperator;
import org.jspecify.annotations.Nullable;

/** Exact sums by key and day. A key holds a currency, so that none is added to another. */
final class DailyCosts<K> {
  private final Map<K, TreeMap<LocalDate, BigDecimal>> costs = new HashMap<>();
  private @Nullable LocalDate last;

  void add(K key, LocalDate day, BigDecimal cost) {
    BinaryOperator<BigDecimal> sum = BigDecimal::add;
    costs.computeIfAbsent(key, each -> new TreeMap<>()).merge(day, cost, sum);
    last = last == null || day.isAfter(last) ? day : last;
  }

  Iterable<K> keys() {
    return costs.keySet();
  }

  /** The last day of any key: days after it are missing from the ledger, not free of cost. */
  @Nullable LocalDate last() {
    return last;
  }

  /** From the key's first day to the last asked for; a day without lines cost nothing. */
  DailySeries series(K key, LocalDate to) {
    TreeMap<LocalDate, BigDecimal> days = costs.getOrDefault(key, new TreeMap<>());
    LocalDate first = days.isEmpty() ? to.plusDays(1) : days.firstKey();
    List<BigDecimal> series = new ArrayList<>();
    for (LocalDate day = first; !day.isAfter(to); day = day.plusDays(1)) {
      series.add(days.getOrDefault(day, BigDecimal.ZERO));
    }
    return new DailySeries(first, series);
  }
}
