package com.contoso.tollbooth;

import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobSteps;
import com.contoso.tollbooth.usage.RawReport;
import com.contoso.tollbooth.usage.control.RunEnd;
import com.contoso.tollbooth.usage.ledger.DayOutcome;
import com.contoso.tollbooth.usage.retrieve.RetrieveOutcome;
import com.contoso.tollbooth.usage.split.SplitOutcome;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Takes one fetch through the pipeline. Each step is idempotent, so a run that was cut off is begun
 * again from its start. A step that fails ends the run as failed; the next controller begins
 * another.
 */
record RunUsageMonth(
    Function<Fetch, RetrieveOutcome> retrieveUsage,
    Function<RawReport, SplitOutcome> splitUsage,
    Function<DayFile, DayOutcome> processDailyUsage,
    Function<Fetch, RunEnd> closeUsageRun,
    Consumer<RunEnd> failUsageRun)
    implements Function<Fetch, RunEnd> {
  private static final Logger log = LoggerFactory.getLogger(RunUsageMonth.class);

  @Override
  public RunEnd apply(Fetch fetch) {
    try {
      return switch (retrieveUsage.apply(fetch)) {
        case RetrieveOutcome.Stored(var report) -> split(report);
        case RetrieveOutcome.Nothing nothing -> closeUsageRun.apply(fetch);
      };
    } catch (RuntimeException fault) {
      log.error(
          "Usage run {} of enrollment {} for {} failed",
          fetch.run(),
          fetch.enrollment(),
          fetch.month(),
          fault);
      return failed(fetch, JobSteps.reason(fault));
    }
  }

  private RunEnd split(RawReport report) {
    return switch (splitUsage.apply(report)) {
      case SplitOutcome.Split split -> {
        for (DayFile day : split.days()) {
          var unused = processDailyUsage.apply(day);
        }
        yield closeUsageRun.apply(report.fetch());
      }
      case SplitOutcome.Refused refused -> failed(report.fetch(), refused.reason());
    };
  }

  private RunEnd failed(Fetch fetch, String reason) {
    var end = RunEnd.failed(fetch, reason);
    failUsageRun.accept(end);
    return end;
  }
}
