package com.contoso.tollbooth.usage.chargeback;

import com.contoso.tollbooth.usage.LedgerScope;

/**
 * Asks what costs come of.
 *
 * @param filter which costs are counted
 * @param top how many groups of each currency are shown by themselves, the others summed; all for 0
 */
public record BreakdownQuery(
    LedgerScope scope, CostFilter filter, Grain grain, Grouping by, int top) {
  public BreakdownQuery {
    if (top < 0) {
      throw new IllegalArgumentException("top is 0 or more, not " + top);
    }
  }

  /** How time is cut. */
  public enum Grain {
    DAY,
    MONTH
  }
}
