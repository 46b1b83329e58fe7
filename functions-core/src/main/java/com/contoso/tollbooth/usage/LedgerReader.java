package com.contoso.tollbooth.usage;

import java.util.function.Consumer;

/**
 * Reads what the ledger holds at present; retired lines are not there. A line that is in the ledger
 * before and after a day is applied is seen at every moment between.
 */
public interface LedgerReader {
  /** Each rollup of the scope once, in the order of the days. */
  void rollups(LedgerScope scope, Consumer<Rollup> each);

  /**
   * Each line of the scope once, in the order of day, subscription, enrollment and id; not held in
   * memory.
   */
  void lines(LedgerScope scope, Consumer<LedgerLine> each);

  /** Lines in the same order, a page at a time. */
  LinePage page(LineQuery query);
}
