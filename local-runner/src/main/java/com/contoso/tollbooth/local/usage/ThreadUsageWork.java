package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.UsageWork;
import com.contoso.tollbooth.usage.control.RunEnd;
import com.contoso.tollbooth.usage.ledger.DayOutcome;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
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
  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().daemon().name("usage-work").factory());

  ThreadUsageWork(Function<Fetch, RunEnd> fetches, Function<DayFile, DayOutcome> days) {
    this.fetches = fetches;
    this.days = days;
  }

  @Override
  public void begin(Fetch fetch) {
    later(() -> fetches.apply(fetch));
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

  /** What is at work is interrupted. */
  @Override
  public void close() {
    var waiting = thread.shutdownNow();
    if (!waiting.isEmpty()) {
      log.info("{} pieces of usage work wait for the next start", waiting.size());
    }
  }
}
