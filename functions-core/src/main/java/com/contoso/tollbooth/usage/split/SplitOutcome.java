package com.contoso.tollbooth.usage.split;

import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.Totals;
import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What became of a raw report. */
public sealed interface SplitOutcome {
  Fetch fetch();

  /**
   * Each day has its file, be it of this report or of a newer one.
   *
   * @param days those with this report's file, in order
   * @param outdated those where the file of a newer report stayed, in order; a manifest written
   *     before it was told has none
   * @param whole totals of every line of the report, the rejected ones with what of them is known
   * @param rejected how many lines stand in {@code errors/}
   * @param errorsName the file they stand in; absent if there are none
   */
  record Split(
      Fetch fetch,
      List<DayFile> days,
      @JsonSetter(nulls = Nulls.AS_EMPTY) List<LocalDate> outdated,
      Totals whole,
      long rejected,
      @Nullable String errorsName)
      implements SplitOutcome {
    public Split {
      days = List.copyOf(days);
      outdated = List.copyOf(outdated);
    }
  }

  /** The report is not whole or not a report: it stands in {@code errors/}, and no day changed. */
  record Refused(Fetch fetch, String reason) implements SplitOutcome {}
}
