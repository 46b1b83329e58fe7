package com.contoso.tollbooth.usage;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Does the steps of a run and keeps the record of each: at work, then how it ended. */
public final class JobSteps {
  private final JobLog log;
  private final InstantSource clock;

  public JobSteps(JobLog log, InstantSource clock) {
    this.log = log;
    this.clock = clock;
  }

  /**
   * Does a step of a run; what it throws is in its record, and thrown on, an {@link IOException} as
   * an unchecked one of its words.
   */
  public <R> R step(
      Fetch fetch, JobRecord.Step step, Work<R> work, Function<R, StepFigures> figures) {
    return step(fetch, step, null, work, figures);
  }

  /** The same for one day of the run. */
  public <R> R step(
      Fetch fetch,
      JobRecord.Step step,
      @Nullable LocalDate day,
      Work<R> work,
      Function<R, StepFigures> figures) {
    Instant started = clock.instant();
    long before = begin(entry(fetch, step, day, started, null, StepFigures.RUNNING));
    try {
      R result = work.call();
      log.put(entry(fetch, step, day, started, clock.instant(), figures.apply(result)));
      return result;
    } catch (IOException | RuntimeException fault) {
      StepFigures failed = StepFigures.failed(reason(fault));
      log.put(entry(fetch, step, day, started, clock.instant(), failed).havingChanged(before));
      throw fault instanceof IOException checked
          ? new UncheckedIOException(checked.getMessage(), checked)
          : (RuntimeException) fault;
    }
  }

  /**
   * A step that is done again keeps at hand what it changed before, even if it fails or is cut off
   * again. Returns that.
   */
  private long begin(JobRecord entry) {
    if (log.putIfAbsent(entry)) {
      return 0;
    }
    Fetch fetch = entry.fetch();
    long before =
        log.run(fetch.enrollment(), fetch.month(), fetch.run()).stream()
            .filter(known -> known.id().equals(entry.id()))
            .mapToLong(JobRecord::changed)
            .sum();
    log.put(entry.havingChanged(before));
    return before;
  }

  private static JobRecord entry(
      Fetch fetch,
      JobRecord.Step step,
      @Nullable LocalDate day,
      Instant started,
      @Nullable Instant ended,
      StepFigures figures) {
    return JobRecord.of(id(fetch, step, day), fetch, step, day, started, ended, figures);
  }

  private static String id(Fetch fetch, JobRecord.Step step, @Nullable LocalDate day) {
    String id = fetch.enrollment() + "/" + fetch.month() + "/" + fetch.run() + "/" + step;
    return day == null ? id : id + "/" + day;
  }

  /** What is told of a fault: its message, or what it is if it has none. */
  public static String reason(Exception fault) {
    String message = fault.getMessage();
    return message == null || message.isBlank() ? fault.getClass().getSimpleName() : message;
  }

  /** What a step does. */
  @FunctionalInterface
  public interface Work<R> {
    R call() throws IOException;
  }
}
