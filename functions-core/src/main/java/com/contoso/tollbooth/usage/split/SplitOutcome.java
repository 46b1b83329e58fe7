package com.contoso.tollbooth.usage.split;

import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.Totals;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a raw report. */
public sealed interface SplitOutcome {
  Fetch fetch();

  /**
   * Each day has its file.
   *
   * @param days in order
   * @param whole totals of every line of the report, the rejected ones with what of them is known
   * @param rejected how many lines stand in {@code errors/}
   * @param errorsName the file they stand in; absent if there are none
   */
  record Split(
      Fetch fetch, List<DayFile> days, Totals whole, long rejected, @Nullable String errorsName)
      implements SplitOutcome {
    public Split {
      days = List.copyOf(days);
    }
  }

  /** The report is not whole or not a report: it stands in {@code errors/}, and no day changed. */
  record Refused(Fetch fetch, String reason) implements SplitOutcome {}
}
