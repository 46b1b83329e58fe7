package com.contoso.tollbooth.export;

import com.contoso.tollbooth.billing.ExportWindow;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One execution of a batch job, for whoever reviews the history. */
public record BatchExecution(
    long id,
    String job,
    String status,
    String exitCode,
    String exitMessage,
    @Nullable ExportWindow window,
    @Nullable Instant startedAt,
    @Nullable Instant endedAt,
    List<StepRun> steps,
    boolean restartable) {
  public BatchExecution {
    steps = List.copyOf(steps);
  }

  /** One step of it. */
  public record StepRun(
      String name,
      String status,
      long reads,
      long writes,
      long skips,
      long filters,
      long commits,
      long rollbacks,
      @Nullable Instant startedAt,
      @Nullable Instant endedAt,
      String exitMessage) {}
}
