package com.contoso.tollbooth.usage.retrieve;

import com.contoso.tollbooth.usage.Enrollment;
import java.io.IOException;
import java.io.OutputStream;
import java.time.YearMonth;

/** Fetches the reports of enrollments from wherever they come from. */
public interface UsageReports {
  /**
   * Fetches a month's report, byte by byte as it comes. A connection that breaks is resumed where
   * the source can, else begun anew; when the call returns {@link Retrieval.Whole}, the sink has
   * the report whole, and its lines are as many as the source says.
   *
   * @throws UsageSourceUnavailable if it is throttled or down: try again later
   * @throws UsageAccessRefused if the key does not open it
   * @throws IOException if it broke off for good, or is not what its source says it is
   */
  Retrieval retrieve(Enrollment enrollment, YearMonth month, Sink sink) throws IOException;

  /** Takes the bytes of one report. */
  interface Sink {
    /** Where to write from here on; what was written before is discarded. */
    OutputStream restart() throws IOException;
  }
}
