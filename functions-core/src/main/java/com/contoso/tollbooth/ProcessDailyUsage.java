package com.contoso.tollbooth;

import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.JobSteps;
import com.contoso.tollbooth.usage.StepFigures;
import com.contoso.tollbooth.usage.ledger.DayOutcome;
import java.util.function.Function;

/** Applies a day of a run; done again, it tells what it was noted to have changed before. */
record ProcessDailyUsage(ApplyDay applyDay, JobLog log, JobSteps steps)
    implements Function<DayFile, DayOutcome> {

  @Override
  public DayOutcome apply(DayFile day) {
    return steps.step(
        day.fetch(),
        JobRecord.Step.PROCESS,
        day.day(),
        () -> applyDay.apply(day),
        outcome -> figures(day, outcome));
  }

  private StepFigures figures(DayFile day, DayOutcome outcome) {
    StepFigures figures = ApplyDay.figures(day, outcome);
    return outcome.kind() == DayOutcome.Kind.REPEATED
        ? figures.havingChanged(changedBefore(day))
        : figures;
  }

  private long changedBefore(DayFile day) {
    Fetch fetch = day.fetch();
    return log.run(fetch.enrollment(), fetch.month(), fetch.run()).stream()
        .filter(step -> day.day().equals(step.day()))
        .mapToLong(JobRecord::changed)
        .sum();
  }
}
