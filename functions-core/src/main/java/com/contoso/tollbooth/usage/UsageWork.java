package com.contoso.tollbooth.usage;

/**
 * Sees to it that work is done, and does not wait for it: through queues on Azure, in a thread of
 * its own on a laptop. Work may be done more than once.
 */
public interface UsageWork {
  /** A claimed fetch, to its end. It is never lost: its claim stands in the job log. */
  void begin(Fetch fetch);

  /** The entry of a day into the ledger. A process that ends may leave it undone. */
  void begin(DayFile day);
}
