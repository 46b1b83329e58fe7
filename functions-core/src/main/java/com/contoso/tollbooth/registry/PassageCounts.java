package com.contoso.tollbooth.registry;

import java.util.EnumMap;
import java.util.Map;

/** How many passages are in each state; a state that is not named has none. */
public record PassageCounts(Map<PassageState, Long> byState) {
  public PassageCounts {
    var all = new EnumMap<PassageState, Long>(PassageState.class);
    for (PassageState state : PassageState.values()) {
      all.put(state, byState.getOrDefault(state, 0L));
    }
    byState = Map.copyOf(all);
  }

  public long of(PassageState state) {
    return byState.getOrDefault(state, 0L);
  }

  public long total() {
    return byState.values().stream().mapToLong(Long::longValue).sum();
  }
}
