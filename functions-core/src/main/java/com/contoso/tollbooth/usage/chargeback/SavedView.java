package com.contoso.tollbooth.usage.chargeback;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * A filter under a name.
 *
 * @param name 1 to 60 letters, digits, blanks and {@code . _ - , & ( )}, as it is a part of a path
 * @param filter as {@link CostFilter#of} reads it, such as {@code tag:system → tollbooth}
 */
public record SavedView(String name, Map<String, String> filter) {
  private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._,&()-]{0,59}");

  /** What the plate pipeline itself costs. */
  public static final SavedView OWN_COST =
      new SavedView("TollBooth", Map.of("tag:system", "tollbooth"));

  public SavedView {
    if (!NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(
          "a view's name is 1 to 60 letters, digits, blanks and . _ - , & ( ),"
              + " and begins with a letter or a digit");
    }
    filter = Collections.unmodifiableMap(new TreeMap<>(filter));
    CostFilter.of(filter);
  }

  public CostFilter costs() {
    return CostFilter.of(filter);
  }
}
