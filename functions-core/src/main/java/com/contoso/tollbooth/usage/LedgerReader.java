package com.contoso.tollbooth.usage;

import java.util.function.Consumer;

/**
 * Reads what the ledger holds at present; retired lines are not there. A call tells each day of an
 * enrollment as it was committed at one moment, never a mixture of what two runs made of it, though
 * it is applied again, and more than once, while the call goes on. An adapter that cannot hold that
 * for a very slow reader fails with {@link LedgerMoved} instead.
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
