package com.contoso.tollbooth.usage.control;

import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobRecord;
import org.jspecify.annotations.Nullable;

/** How a run ended, with the sums of its steps. */
public record RunEnd(
    Fetch fetch,
    JobRecord.Outcome outcome,
    long lines,
    long changed,
    long bytes,
    @Nullable String reason) {
  /** A run that brought nothing to its end. */
  public static RunEnd failed(Fetch fetch, @Nullable String reason) {
    return new RunEnd(fetch, JobRecord.Outcome.FAILED, 0, 0, 0, reason);
  }
}
