package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.UsageWork;
import com.contoso.tollbooth.usage.control.RunEnd;
import com.contoso.tollbooth.usage.ledger.DayOutcome;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Does work in one thread, a piece after another. What waits, or is cut off, when the process ends
 * is taken up at the next start if it is a fetch.
 */
final class ThreadUsageWork implements UsageWork, AutoCloseable {
  private static final Logger log = LoggerFactory.getLogger(ThreadUsageWork.class);

  private final Function<Fetch, RunEnd> fetches;
  private final Function<DayFile, DayOutcome> days;
  private final ThreadPoolExecutor thread =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().daemon().name("usage-work").factory());

  ThreadUsageWork(Function<Fetch, RunEnd> fetches, Function<DayFile, DayOutcome> days) {
    this.fetches = fetches;
    this.days = days;
  }

  @Override
  public void begin(Fetch fetch) {
    later(() -> told(fetches.apply(fetch)));
  }

  private static RunEnd told(RunEnd end) {
    log.info(
        "Usage of enrollment {} for {}: {}, {} lines, {} changed",
        end.fetch().enrollment(),
        end.fetch().month(),
        end.outcome(),
        end.lines(),
        end.changed());
    return end;
  }

  @Override
  public void begin(DayFile day) {
    later(() -> days.apply(day));
  }

  private void later(Supplier<?> work) {
    thread.execute(
        () -> {
          try {
            log.debug("Done: {}", work.get());
          } catch (RuntimeException e) {
            log.error("Usage work failed; its outcome stands in the job log", e);
          }
        });
  }

  /**
   * What is at work ends with the process, as if that were killed: an interrupt would look like a
   * fault of the run, and be told as one.
   */
  @Override
  public void close() {
    thread.getQueue().clear();
    thread.shutdown();
  }
}
