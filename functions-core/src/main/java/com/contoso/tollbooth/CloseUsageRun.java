package com.contoso.tollbooth;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.JobRecord.Outcome;
import com.contoso.tollbooth.usage.JobRecord.Step;
import com.contoso.tollbooth.usage.JobSteps;
import com.contoso.tollbooth.usage.StepFigures;
import com.contoso.tollbooth.usage.UsageMonth;
import com.contoso.tollbooth.usage.control.RunEnd;
import com.contoso.tollbooth.usage.ledger.LedgerMonth;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Settles the month of a run whose days are applied; tells of a restatement and of anomalies. */
record CloseUsageRun(
    Function<UsageMonth, LedgerMonth> settleMonth,
    Consumer<Fetch> tellRestatements,
    Consumer<EnrollmentNumber> tellAnomalies,
    JobLog log,
    JobSteps steps,
    Consumer<RunEnd> endUsageRun)
    implements Function<Fetch, RunEnd> {
  private static final Logger logger = LoggerFactory.getLogger(CloseUsageRun.class);

  @Override
  public RunEnd apply(Fetch fetch) {
    var unused = steps.step(fetch, Step.CLOSE, () -> settle(fetch), CloseUsageRun::figures);
    RunEnd end = sum(fetch, log.run(fetch.enrollment(), fetch.month(), fetch.run()));
    endUsageRun.accept(end);
    return end;
  }

  private LedgerMonth settle(Fetch fetch) {
    LedgerMonth month = settleMonth.apply(new UsageMonth(fetch.enrollment(), fetch.month()));
    tellRestatements.accept(fetch);
    tellAnomalies(fetch);
    return month;
  }

  private void tellAnomalies(Fetch fetch) {
    try {
      tellAnomalies.accept(fetch.enrollment());
    } catch (RuntimeException fault) {
      logger.warn("What is unusual could not be mailed; the next run tries again", fault);
    }
  }

  private static StepFigures figures(LedgerMonth month) {
    return StepFigures.of(
        Outcome.DONE, "the month is " + month.state().name().toLowerCase(Locale.ROOT));
  }

  private static RunEnd sum(Fetch fetch, List<JobRecord> steps) {
    List<JobRecord> days = steps.stream().filter(each -> each.step() == Step.PROCESS).toList();
    long changed = days.stream().mapToLong(JobRecord::changed).sum();
    boolean done = days.stream().anyMatch(each -> each.outcome() == Outcome.DONE);
    Optional<JobRecord> passedOver =
        steps.stream().filter(step -> !done && isPassedOver(step)).findFirst();
    return new RunEnd(
        fetch,
        passedOver.map(JobRecord::outcome).orElse(done ? Outcome.DONE : Outcome.UNCHANGED),
        days.stream().mapToLong(JobRecord::lines).sum(),
        changed,
        steps.stream()
            .filter(each -> each.step() == Step.RETRIEVE)
            .mapToLong(JobRecord::bytes)
            .sum(),
        passedOver.map(JobRecord::reason).orElse(null));
  }

  /** Such a run brought nothing, and leaves it to a newer one. */
  private static boolean isPassedOver(JobRecord step) {
    return step.step() != Step.CONTROL && step.outcome() == Outcome.SKIPPED;
  }
}
