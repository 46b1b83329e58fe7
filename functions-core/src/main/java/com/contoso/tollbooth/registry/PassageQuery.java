package com.contoso.tollbooth.registry;

import org.jspecify.annotations.Nullable;

/**
 * Asks for a page of passages.
 *
 * @param state only those, or {@code null} for all
 * @param before the {@link PassagePage#next} of the page before, or {@code null} to start
 * @param limit 1 to 500
 */
public record PassageQuery(@Nullable PassageState state, @Nullable String before, int limit) {
  public PassageQuery {
    if (limit < 1 || limit > 500) {
      throw new IllegalArgumentException("a page holds 1 to 500 passages, not " + limit);
    }
  }
}
