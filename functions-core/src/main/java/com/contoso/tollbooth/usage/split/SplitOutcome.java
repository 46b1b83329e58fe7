package com.contoso.tollbooth.usage.split;

import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.Totals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of a report. */
public sealed interface SplitOutcome {
  record Split(
      Fetch fetch, List<DayFile> days, Totals whole, long rejected, @Nullable String errorsName)
      implements SplitOutcome {}

  record Refused(Fetch fetch, String reason) implements SplitOutcome {}
}
