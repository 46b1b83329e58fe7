package com.contoso.tollbooth.usage.split;

import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.JobSteps;
import com.contoso.tollbooth.usage.RawReport;
import com.contoso.tollbooth.usage.StepFigures;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;

/** The split, and its record in the job log. */
record RecordedSplit(Function<RawReport, SplitOutcome> split, JobSteps steps)
    implements Function<RawReport, SplitOutcome> {
  @Override
  public SplitOutcome apply(RawReport report) {
    try {
      return steps.step(
          report.fetch(),
          JobRecord.Step.SPLIT,
          () -> split.apply(report),
          outcome -> figures(report, outcome));
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private static StepFigures figures(RawReport report, SplitOutcome outcome) {
    return switch (outcome) {
      case SplitOutcome.Split split ->
          new StepFigures(
              JobRecord.Outcome.DONE,
              split.whole().lines(),
              0,
              report.file().bytes(),
              report.file().sha256(),
              split.rejected() == 0
                  ? null
                  : split.rejected() + " lines stand in errors/" + split.errorsName());
      case SplitOutcome.Refused(var fetch, var reason) ->
          StepFigures.of(JobRecord.Outcome.FAILED, reason);
    };
  }
}
