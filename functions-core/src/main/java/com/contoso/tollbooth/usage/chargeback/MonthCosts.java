package com.contoso.tollbooth.usage.chargeback;

import com.contoso.tollbooth.usage.Dimensions;
import com.contoso.tollbooth.usage.Rollup;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/** Costs by dimensions and currency: no rule asks for the day, so each is tried once for all. */
final class MonthCosts {
  private final Map<Place, Entry> costs = new HashMap<>();

  void add(Rollup rollup) {
    var place = new Place(rollup.dimensions(), rollup.currency());
    var entry = new Entry(rollup.dimensions(), CostTotal.of(rollup));
    costs.merge(place, entry, Entry::plus);
  }

  /** In no order. */
  Collection<Entry> entries() {
    return costs.values();
  }

  private record Place(Dimensions dimensions, String currency) {}

  /** What was spent on the same things over all days. */
  record Entry(Dimensions dimensions, CostTotal cost) {
    private Entry plus(Entry other) {
      return new Entry(dimensions, cost.plus(other.cost));
    }
  }
}
