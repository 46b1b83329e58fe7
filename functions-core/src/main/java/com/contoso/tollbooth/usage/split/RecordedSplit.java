package com.contoso.tollbooth.usage.split;

import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.JobSteps;
import com.contoso.tollbooth.usage.RawReport;
import com.contoso.tollbooth.usage.StepFigures;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The split, and its record in the job log. */
record RecordedSplit(Function<RawReport, SplitOutcome> split, JobSteps steps)
    implements Function<RawReport, SplitOutcome> {
  @Override
  public SplitOutcome apply(RawReport report) {
    return steps.step(
        report.fetch(),
        JobRecord.Step.SPLIT,
        () -> split.apply(report),
        outcome -> figures(report, outcome));
  }

  private static StepFigures figures(RawReport report, SplitOutcome outcome) {
    return switch (outcome) {
      case SplitOutcome.Split split ->
          new StepFigures(
              split.days().isEmpty() && !split.outdated().isEmpty()
                  ? JobRecord.Outcome.SKIPPED
                  : JobRecord.Outcome.DONE,
              split.whole().lines(),
              0,
              report.file().bytes(),
              report.file().sha256(),
              remarks(split));
      case SplitOutcome.Refused(var fetch, var reason) ->
          StepFigures.of(JobRecord.Outcome.FAILED, reason);
    };
  }

  private static @Nullable String remarks(SplitOutcome.Split split) {
    List<String> remarks = new ArrayList<>();
    if (split.rejected() > 0) {
      remarks.add(split.rejected() + " lines stand in errors/" + split.errorsName());
    }
    if (!split.outdated().isEmpty()) {
      int outdated = split.outdated().size();
      int all = outdated + split.days().size();
      remarks.add("a newer report was split before for " + outdated + " of " + all + " days");
    }
    return remarks.isEmpty() ? null : String.join("; ", remarks);
  }
}
