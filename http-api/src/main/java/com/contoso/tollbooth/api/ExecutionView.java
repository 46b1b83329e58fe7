package com.contoso.tollbooth.api;

import com.contoso.tollbooth.billing.ExportWindow;
import com.contoso.tollbooth.export.BatchExecution;
import com.contoso.tollbooth.export.BatchExecution.StepRun;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One execution of a job of either kind as the page sees it.
 *
 * @param id a number for an export, a text for a run of the usage pipeline
 * @param window of an export
 */
record ExecutionView(
    Object id,
    String job,
    String status,
    String exitCode,
    String exitMessage,
    @Nullable ExportWindow window,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    List<StepRun> steps,
    boolean restartable) {
  /** What has not started yet is the newest. */
  static final Comparator<ExecutionView> NEWEST_FIRST =
      Comparator.comparing(
              ExecutionView::startedAt, Comparator.nullsLast(Comparator.<Instant>naturalOrder()))
          .reversed();

  static ExecutionView of(BatchExecution execution) {
    return new ExecutionView(
        execution.id(),
        execution.job(),
        execution.status(),
        execution.exitCode(),
        execution.exitMessage(),
        execution.window(),
        execution.startedAt(),
        execution.endedAt(),
        execution.steps(),
        execution.restartable());
  }
}
