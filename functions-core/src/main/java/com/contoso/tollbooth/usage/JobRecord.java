package com.contoso.tollbooth.usage;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * One step of one run.
 *
 * @param id names the step of the run, so that the step done again takes this record's place
 * @param day for a step that handles one day
 * @param ended absent while it is at work
 * @param lines how many it handled
 * @param changed how many lines it wrote to the ledger or retired; of a step at work again, before
 * @param bytes how many it read or fetched
 * @param checksum SHA-256 of the file it wrote or read; absent if there is none
 * @param reason why it was skipped or failed, in words; absent else
 */
public record JobRecord(
    String id,
    Fetch fetch,
    Step step,
    @Nullable LocalDate day,
    Instant started,
    @Nullable Instant ended,
    Outcome outcome,
    long lines,
    long changed,
    long bytes,
    @Nullable String checksum,
    @Nullable String reason) {
  public JobRecord {
    if (id.isBlank()) {
      throw new IllegalArgumentException("a job record has an id");
    }
  }

  /** A record with the figures of its step. */
  public static JobRecord of(
      String id,
      Fetch fetch,
      Step step,
      @Nullable LocalDate day,
      Instant started,
      @Nullable Instant ended,
      StepFigures figures) {
    return new JobRecord(
        id,
        fetch,
        step,
        day,
        started,
        ended,
        figures.outcome(),
        figures.lines(),
        figures.changed(),
        figures.bytes(),
        figures.checksum(),
        figures.reason());
  }

  JobRecord havingChanged(long before) {
    return new JobRecord(
        id, fetch, step, day, started, ended, outcome, lines, before, bytes, checksum, reason);
  }

  /** The steps in the order of a run. */
  public enum Step {
    CONTROL,
    RETRIEVE,
    SPLIT,
    PROCESS,
    CLOSE
  }

  /** How it went. */
  public enum Outcome {
    RUNNING,
    DONE,
    UNCHANGED,
    SKIPPED,
    FAILED
  }

  public YearMonth month() {
    return fetch.month();
  }
}
