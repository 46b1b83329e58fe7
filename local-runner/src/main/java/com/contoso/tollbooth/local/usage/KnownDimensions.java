package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.Dimensions;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The dimensions read last, by number; a dimension that was entered never changes. */
final class KnownDimensions {
  /** About 10 MB, and several months' worth of most ledgers. */
  private static final int MOST = 20_000;

  private final Map<Long, Dimensions> byNumber =
      new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<Long, Dimensions> eldest) {
          return size() > MOST;
        }
      };

  synchronized @Nullable Dimensions find(long number) {
    return byNumber.get(number);
  }

  /** For those that are looked at one after another, each once: they push nothing out. */
  synchronized void putIfRoom(long number, Dimensions dimensions) {
    if (byNumber.size() < MOST) {
      byNumber.put(number, dimensions);
    }
  }

  synchronized void put(long number, Dimensions dimensions) {
    byNumber.put(number, dimensions);
  }
}
