package com.contoso.tollbooth.usage;

import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a page of lines.
 *
 * @param filter which are meant, told by what their costs are counted for, as breakdowns are
 *     limited too; all for {@code null}
 * @param basis the only one that is meant, or {@code null}
 * @param after the {@link LinePage#next} of the page before, or {@code null} to start
 * @param limit 1 to 500
 */
public record LineQuery(
    LedgerScope scope,
    @Nullable Predicate<Dimensions> filter,
    Cost.@Nullable Basis basis,
    @Nullable String after,
    int limit) {
  public LineQuery {
    if (limit < 1 || limit > 500) {
      throw new IllegalArgumentException("a page holds 1 to 500 lines, not " + limit);
    }
  }

  /** Whether a line of this price, counted for these, is meant. */
  public boolean means(Dimensions dimensions, Cost.Basis itsBasis) {
    return (basis == null || basis == itsBasis) && (filter == null || filter.test(dimensions));
  }

  /** Whether every line of the scope is meant. */
  public boolean meansAll() {
    return filter == null && basis == null;
  }
}
