package com.contoso.tollbooth.usage;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a page of lines. Each filter that is not {@code null} must be met to the letter.
 *
 * @param tags values by name, whatever the name's case; an empty one asks for lines without the tag
 * @param after the {@link LinePage#next} of the page before, or {@code null} to start
 * @param limit 1 to 500
 */
public record LineQuery(
    LedgerScope scope,
    @Nullable SubscriptionId subscription,
    @Nullable String costCenter,
    @Nullable String department,
    @Nullable String resourceGroup,
    @Nullable String service,
    Cost.@Nullable Basis basis,
    Map<String, String> tags,
    @Nullable String after,
    int limit) {
  public LineQuery {
    tags = Map.copyOf(tags);
    if (limit < 1 || limit > 500) {
      throw new IllegalArgumentException("a page holds 1 to 500 lines, not " + limit);
    }
  }
}
