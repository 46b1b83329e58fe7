package com.contoso.tollbooth.azure.items;

import com.azure.cosmos.CosmosException;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Tries a call again that failed of what passes. */
final class Patience {
  private static final Set<Integer> PASSING = Set.of(408, 410, 429, 449, 500, 503);
  private static final int ATTEMPTS = 5;
  private static final Duration FIRST_WAIT = Duration.ofMillis(100);

  /** A function waits no longer than this in one go; its message can wait in its queue. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private Patience() {}

  /** The SDK waits out most throttling by itself; this is for what it hands on. */
  static <T> T patiently(RequestBudget budget, Supplier<T> call) {
    Duration wait = FIRST_WAIT;
    for (int attempt = 1; ; attempt++) {
      try {
        return call.get();
      } catch (CosmosException e) {
        if (attempt == ATTEMPTS || !passes(e.getStatusCode())) {
          throw e;
        }
        if (e.getStatusCode() == 429) {
          budget.hold(longer(wait, e.getRetryAfterDuration()));
        }
        pause(longer(wait, e.getRetryAfterDuration()));
        wait = wait.multipliedBy(2);
      }
    }
  }

  static boolean passes(int status) {
    return PASSING.contains(status);
  }

  private static Duration longer(Duration wait, @Nullable Duration asked) {
    Duration longer = asked == null || asked.compareTo(wait) < 0 ? wait : asked;
    return longer.compareTo(LONGEST_WAIT) < 0 ? longer : LONGEST_WAIT;
  }

  private static void pause(Duration wait) {
    try {
      Thread.sleep(wait.plusMillis(ThreadLocalRandom.current().nextLong(50)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the database", e);
    }
  }
}
