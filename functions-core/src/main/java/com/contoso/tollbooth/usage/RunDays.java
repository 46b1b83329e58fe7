package com.contoso.tollbooth.usage;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;

/** The days that the report of a run was split into. */
public record RunDays(Fetch fetch, List<LocalDate> days) {
  public RunDays {
    days = List.copyOf(days);
  }

  /**
   * Whether each of them is in the ledger, and so the run may be closed: applied, unchanged or
   * passed over by a newer report. A day that failed, or is at work, is not.
   *
   * @param steps of the run, as the job log has them
   */
  public boolean areProcessedIn(List<JobRecord> steps) {
    var open = new HashSet<>(days);
    for (JobRecord step : steps) {
      if (step.step() == JobRecord.Step.PROCESS && step.fetch().equals(fetch) && isEnd(step)) {
        open.remove(step.day());
      }
    }
    return open.isEmpty();
  }

  private static boolean isEnd(JobRecord step) {
    return switch (step.outcome()) {
      case DONE, UNCHANGED, SKIPPED -> true;
      case RUNNING, FAILED -> false;
    };
  }
}
