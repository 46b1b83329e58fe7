package com.contoso.tollbooth;

import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobLog;
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
    JobLog jobLog,
    Function<UsageRequest, UsagePlan> claimFetches,
    Function<RedriveUsage, RawReport> redriveUsage,
    Consumer<RunEnd> endUsageRun)
    implements Function<String, Fetch> {
  /** How many of the newest decisions on the month are looked at. */
  private static final int DECISIONS = 100;

  /**
   * Claims.
   *
   * @throws IllegalArgumentException if there is no such errors file
   * @throws IllegalStateException if a newer report of the month has come since, or is on its way
   */
  @Override
  public Fetch apply(String errorsName) {
    Fetch original = RedriveUsage.fetchOf(errorsName);
    refuseWhileANewerRunIsAtWork(original);
    UsagePlan plan =
        claimFetches.apply(new UsageRequest.Redrive(original.enrollment(), original.month()));
    if (plan.fetches().isEmpty()) {
      throw new IllegalStateException("another run of this month has just begun");
    }
    Fetch fetch = plan.fetches().getFirst();
    try {
      var unused = redriveUsage.apply(new RedriveUsage(errorsName, fetch.run()));
    } catch (RuntimeException fault) {
      endUsageRun.accept(RunEnd.failed(fetch, fault.getMessage()));
      throw fault;
    }
    return fetch;
  }

  /** Its report would know more than this one, and this one's run would be the newer. */
  private void refuseWhileANewerRunIsAtWork(Fetch original) {
    for (JobRecord claim : jobLog.decisions(original.enrollment(), original.month(), DECISIONS)) {
      if (claim.ended() == null && claim.fetch().run().compareTo(original.run()) > 0) {
        throw new IllegalStateException(
            "run %s of this month is at work; try again when it has ended"
                .formatted(claim.fetch().run()));
      }
    }
  }
}
