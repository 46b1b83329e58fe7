package com.contoso.tollbooth.usage.control;

import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.JobRecord;
import java.time.InstantSource;
import java.util.function.Consumer;

/** Notes on the claim of a run how it ended. */
record EndUsageRun(JobLog log, InstantSource clock) implements Consumer<RunEnd> {
  @Override
  public void accept(RunEnd end) {
    log.decisions(end.fetch().enrollment(), end.fetch().month(), 100).stream()
        .filter(claim -> claim.fetch().equals(end.fetch()))
        .filter(claim -> claim.outcome() != JobRecord.Outcome.SKIPPED)
        .forEach(claim -> log.put(ended(claim, end)));
  }

  private JobRecord ended(JobRecord claim, RunEnd end) {
    return new JobRecord(
        claim.id(),
        claim.fetch(),
        claim.step(),
        null,
        claim.started(),
        clock.instant(),
        end.outcome(),
        end.lines(),
        end.changed(),
        end.bytes(),
        null,
        end.reason());
  }
}
