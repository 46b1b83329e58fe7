package com.contoso.tollbooth.usage.chargeback;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * A filter under a name.
 *
 * @param filter as {@link CostFilter#of} reads it, such as {@code tag:system → tollbooth}
 */
public record SavedView(String name, Map<String, String> filter) {
  /** What the plate pipeline itself costs. */
  public static final SavedView OWN_COST =
      new SavedView("TollBooth", Map.of("tag:system", "tollbooth"));

  public SavedView {
    if (name.isBlank()) {
      throw new IllegalArgumentException("a view has a name");
    }
    filter = Collections.unmodifiableMap(new TreeMap<>(filter));
    CostFilter.of(filter);
  }

  public CostFilter costs() {
    return CostFilter.of(filter);
  }
}
