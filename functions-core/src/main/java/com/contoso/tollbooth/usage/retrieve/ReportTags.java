package com.contoso.tollbooth.usage.retrieve;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import java.time.YearMonth;
import java.util.Optional;

/**
 * What a source gave to be shown to it next time, by enrollment and month. A tag that is lost costs
 * one more fetch and nothing else.
 */
public interface ReportTags {
  Optional<String> find(EnrollmentNumber enrollment, YearMonth month, Kind kind);

  /** Takes the place of the tag that was kept before. */
  void keep(EnrollmentNumber enrollment, YearMonth month, Kind kind, String tag);

  /** No effect if there is none. */
  void forget(EnrollmentNumber enrollment, YearMonth month, Kind kind);

  /** What a tag tells. */
  enum Kind {
    /**
     * Which version of the report is stored. Whoever asked for the report keeps it, and only once
     * the report is committed: kept sooner, a crash between the two would lose the report.
     */
    VERSION,
    /** Where a report that was ordered is collected; kept and forgotten by the source. */
    ORDER
  }
}
