package com.contoso.tollbooth.export;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.step.StepExecution;

/** Reads the job repository for people. */
record BatchHistory(JobRepository jobs) {

  /** The newest executions, newest first. */
  List<BatchExecution> newest(int limit) {
    return jobs.getJobInstances(ExportRun.JOB, 0, limit).stream()
        .flatMap(this::executions)
        .sorted(Comparator.comparingLong(BatchExecution::id).reversed())
        .limit(limit)
        .toList();
  }

  private Stream<BatchExecution> executions(JobInstance instance) {
    JobExecution last = jobs.getLastJobExecution(instance);
    return jobs.getJobExecutions(instance).stream()
        .map(run -> view(run, last != null && last.getId() == run.getId()));
  }

  private static BatchExecution view(JobExecution run, boolean last) {
    boolean ended = run.getStatus() == BatchStatus.FAILED || run.getStatus() == BatchStatus.STOPPED;
    return new BatchExecution(
        run.getId(),
        run.getJobInstance().getJobName(),
        run.getStatus().name(),
        run.getExitStatus().getExitCode(),
        cause(run.getExitStatus().getExitDescription()),
        ExportRun.windowOf(run),
        instant(run.getStartTime()),
        instant(run.getEndTime()),
        run.getStepExecutions().stream()
            .sorted(Comparator.comparingLong(StepExecution::getId))
            .map(BatchHistory::view)
            .toList(),
        last && ended);
  }

  private static BatchExecution.StepRun view(StepExecution step) {
    return new BatchExecution.StepRun(
        step.getStepName(),
        step.getStatus().name(),
        step.getReadCount(),
        step.getWriteCount(),
        step.getSkipCount(),
        step.getFilterCount(),
        step.getCommitCount(),
        step.getRollbackCount(),
        instant(step.getStartTime()),
        instant(step.getEndTime()),
        cause(step.getExitStatus().getExitDescription()));
  }

  /** Of a stack trace its first line, without the package; the rest is in the log. */
  private static String cause(String description) {
    return description
        .lines()
        .findFirst()
        .orElse("")
        .replaceFirst("^([a-z0-9_]+\\.)+(?=[A-Z])", "");
  }

  /** Spring Batch keeps local times. */
  private static @Nullable Instant instant(@Nullable LocalDateTime time) {
    return time == null ? null : time.atZone(ZoneId.systemDefault()).toInstant();
  }
}
