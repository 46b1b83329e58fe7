package com.contoso.tollbooth.sources;

import com.contoso.tollbooth.usage.retrieve.UsageSourceUnavailable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How long one retrieval may still wait. */
final class Patience {
  private static final Duration LEAST_PAUSE = Duration.ofMillis(20);

  private final SourceSettings settings;
  private Duration left;
  private int failures;

  Patience(SourceSettings settings) {
    this.settings = settings;
    this.left = settings.longestWait();
  }

  /** Waits before the next attempt, as long as the source asks, or gives up. */
  void afterFailure(String what, @Nullable Duration asked, @Nullable IOException cause)
      throws IOException {
    failures++;
    Duration wait =
        asked == null ? settings.firstDelay().multipliedBy(1L << (failures - 1)) : asked;
    if (failures >= settings.attempts() || wait.compareTo(left) > 0) {
      throw unavailable(what, asked == null ? Duration.ZERO : asked, cause);
    }
    rest(wait);
  }

  /** Waits for what is not ready yet, or gives up. */
  void untilReady(String what, Duration asked) throws IOException {
    Duration wait = asked.compareTo(LEAST_PAUSE) < 0 ? LEAST_PAUSE : asked;
    if (wait.compareTo(left) > 0) {
      throw unavailable(what, asked, null);
    }
    rest(wait);
  }

  private static UsageSourceUnavailable unavailable(
      String what, Duration retryAfter, @Nullable IOException cause) {
    return cause == null
        ? new UsageSourceUnavailable(what, retryAfter)
        : new UsageSourceUnavailable(what, retryAfter, cause);
  }

  private void rest(Duration wait) throws InterruptedIOException {
    left = left.minus(wait);
    try {
      Thread.sleep(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("told to stop while waiting for a source of reports");
    }
  }
}
