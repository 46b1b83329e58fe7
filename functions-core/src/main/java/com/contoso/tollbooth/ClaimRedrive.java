package com.contoso.tollbooth;

import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.RawReport;
import com.contoso.tollbooth.usage.control.RunEnd;
import com.contoso.tollbooth.usage.control.UsagePlan;
import com.contoso.tollbooth.usage.control.UsageRequest;
import com.contoso.tollbooth.usage.split.RedriveUsage;
import java.util.function.Consumer;
import java.util.function.Function;

/** Claims a run of its own for an errors file and makes the mended report that the run is over. */
record ClaimRedrive(
    Function<UsageRequest, UsagePlan> claimFetches,
    Function<RedriveUsage, RawReport> redriveUsage,
    Consumer<RunEnd> endUsageRun)
    implements Function<String, Fetch> {

  /**
   * Claims.
   *
   * @throws IllegalArgumentException if there is no such errors file
   * @throws IllegalStateException if a newer report of the month has come since
   */
  @Override
  public Fetch apply(String errorsName) {
    Fetch original = RedriveUsage.fetchOf(errorsName);
    UsagePlan plan =
        claimFetches.apply(new UsageRequest.Asked(original.enrollment(), original.month()));
    if (plan.fetches().isEmpty()) {
      throw new IllegalStateException("another run of this month has just begun");
    }
    Fetch fetch = plan.fetches().getFirst();
    try {
      var unused = redriveUsage.apply(new RedriveUsage(errorsName, fetch.run()));
    } catch (RuntimeException fault) {
      endUsageRun.accept(new RunEnd(fetch, JobRecord.Outcome.FAILED, 0, 0, 0, fault.getMessage()));
      throw fault;
    }
    return fetch;
  }
}
