package com.contoso.tollbooth.api;

import com.contoso.tollbooth.export.BatchExecution;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobQuery;
import com.contoso.tollbooth.usage.JobRecord;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The runs of the usage pipeline as the history of batch jobs shows them. */
record UsageExecutions(Function<JobQuery, List<JobRecord>> listUsageJobs) {
  /** A run has up to 35 records; more than these nobody looks through. */
  private static final int RECORDS = 1_000;

  private static final Comparator<JobRecord> ORDER =
      Comparator.comparing(JobRecord::step)
          .thenComparing(JobRecord::day, Comparator.nullsFirst(Comparator.naturalOrder()));

  /** The newest whose records are all at hand, newest first. */
  List<ExecutionView> newest(int limit) {
    var runs = new LinkedHashMap<Fetch, List<JobRecord>>();
    for (JobRecord entry : listUsageJobs.apply(new JobQuery(null, RECORDS))) {
      runs.computeIfAbsent(entry.fetch(), fetch -> new ArrayList<>()).add(entry);
    }
    return runs.values().stream()
        .map(UsageExecutions::run)
        .flatMap(List::stream)
        .limit(Math.max(0, limit))
        .toList();
  }

  /**
   * Empty if nothing was run, or its oldest record is not at hand. What the controller skipped was
   * not run; a run that a newer one has overtaken was, and has steps.
   */
  private static List<ExecutionView> run(List<JobRecord> records) {
    return records.stream()
        .filter(each -> each.step() == JobRecord.Step.CONTROL)
        .filter(each -> each.outcome() != JobRecord.Outcome.SKIPPED || records.size() > 1)
        .findFirst()
        .map(claim -> List.of(run(claim, records)))
        .orElse(List.of());
  }

  private static ExecutionView run(JobRecord claim, List<JobRecord> records) {
    Fetch fetch = claim.fetch();
    return new ExecutionView(
        "usage-" + fetch.run() + "-" + fetch.enrollment() + "-" + fetch.month(),
        "usage " + fetch.enrollment() + " " + fetch.month(),
        status(claim.outcome()),
        exitCode(claim.outcome()),
        words(claim.reason()),
        null,
        claim.started(),
        claim.ended(),
        records.stream().sorted(ORDER).map(UsageExecutions::step).toList(),
        false);
  }

  private static BatchExecution.StepRun step(JobRecord each) {
    return new BatchExecution.StepRun(
        name(each),
        status(each.outcome()),
        each.lines(),
        each.changed(),
        0,
        0,
        0,
        0,
        each.started(),
        each.ended(),
        words(each.reason()));
  }

  private static String name(JobRecord each) {
    return switch (each.step()) {
      case CONTROL -> "controlUsageBatch";
      case RETRIEVE -> "retrieveUsage";
      case SPLIT -> "splitUsage";
      case PROCESS -> "processDailyUsage " + each.day();
      case CLOSE -> "closeUsageRun";
    };
  }

  private static String status(JobRecord.Outcome outcome) {
    return switch (outcome) {
      case RUNNING -> "STARTED";
      case DONE, UNCHANGED, SKIPPED -> "COMPLETED";
      case FAILED -> "FAILED";
    };
  }

  private static String exitCode(JobRecord.Outcome outcome) {
    return switch (outcome) {
      case RUNNING -> "EXECUTING";
      case DONE, SKIPPED -> "COMPLETED";
      case UNCHANGED -> "UNCHANGED";
      case FAILED -> "FAILED";
    };
  }

  private static String words(@Nullable String reason) {
    return reason == null ? "" : reason;
  }
}
