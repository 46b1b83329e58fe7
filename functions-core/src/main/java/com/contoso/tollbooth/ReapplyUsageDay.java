package com.contoso.tollbooth;

import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.JobSteps;
import com.contoso.tollbooth.usage.ledger.DayOutcome;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Applies a day of a run that ended before. What that restates is told before the step ends:
 * whoever waits for its end may then end the process.
 */
record ReapplyUsageDay(ApplyDay applyDay, Consumer<Fetch> tellRestatements, JobSteps steps)
    implements Function<DayFile, DayOutcome> {

  @Override
  public DayOutcome apply(DayFile day) {
    return steps.step(
        day.fetch(),
        JobRecord.Step.PROCESS,
        day.day(),
        () -> {
          DayOutcome outcome = applyDay.apply(day);
          tellRestatements.accept(day.fetch());
          return outcome;
        },
        outcome -> ApplyDay.figures(day, outcome));
  }
}
