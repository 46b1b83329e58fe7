package com.contoso.tollbooth.usage.control;

import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.StepFigures;
import java.time.InstantSource;
import java.util.function.Consumer;

/**
 * Notes on the claim of a run how it ended. The first end stands, except that a run which failed
 * may come to a good end after all.
 */
record EndUsageRun(JobLog log, InstantSource clock) implements Consumer<RunEnd> {
  @Override
  public void accept(RunEnd end) {
    Fetch fetch = end.fetch();
    log.run(fetch.enrollment(), fetch.month(), fetch.run()).stream()
        .filter(entry -> entry.step() == JobRecord.Step.CONTROL)
        .filter(claim -> claim.ended() == null || isMended(claim, end))
        .forEach(claim -> log.put(ended(claim, end)));
  }

  private static boolean isMended(JobRecord claim, RunEnd end) {
    return claim.outcome() == JobRecord.Outcome.FAILED
        && (end.outcome() == JobRecord.Outcome.DONE
            || end.outcome() == JobRecord.Outcome.UNCHANGED);
  }

  private JobRecord ended(JobRecord claim, RunEnd end) {
    return JobRecord.of(
        claim.id(),
        claim.fetch(),
        claim.step(),
        null,
        claim.started(),
        clock.instant(),
        new StepFigures(
            end.outcome(), end.lines(), end.changed(), end.bytes(), null, end.reason()));
  }
}
