package com.contoso.tollbooth.usage;

import org.jspecify.annotations.Nullable;

/** What is told of a step in its {@link JobRecord}. */
public record StepFigures(
    JobRecord.Outcome outcome,
    long lines,
    long changed,
    long bytes,
    @Nullable String checksum,
    @Nullable String reason) {
  public static final StepFigures RUNNING = of(JobRecord.Outcome.RUNNING);

  public static StepFigures of(JobRecord.Outcome outcome) {
    return new StepFigures(outcome, 0, 0, 0, null, null);
  }

  public static StepFigures of(JobRecord.Outcome outcome, String reason) {
    return new StepFigures(outcome, 0, 0, 0, null, reason);
  }

  /** Of a step that was done before, and changed so many lines then. */
  public StepFigures havingChanged(long before) {
    return before == 0
        ? this
        : new StepFigures(JobRecord.Outcome.DONE, lines, before, bytes, checksum, reason);
  }

  static StepFigures failed(String reason) {
    return of(JobRecord.Outcome.FAILED, reason);
  }
}
