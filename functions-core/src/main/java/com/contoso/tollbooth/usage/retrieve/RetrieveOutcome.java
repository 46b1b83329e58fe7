package com.contoso.tollbooth.usage.retrieve;

import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.RawReport;

/** What came of a fetch. */
public sealed interface RetrieveOutcome {
  /** The report is stored whole. */
  record Stored(RawReport report) implements RetrieveOutcome {}

  /** There is nothing to split: the ledger stays as it is. */
  record Nothing(Fetch fetch, Why why, String reason) implements RetrieveOutcome {}

  /** Why there is nothing to split. */
  enum Why {
    /** The source was asked. */
    NOTHING_NEW,
    /** It was not, for a newer run does that. */
    OVERTAKEN
  }
}
