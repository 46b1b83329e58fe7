package com.contoso.tollbooth.azure.items;

import java.time.Duration;

/** Waits some time. */
@FunctionalInterface
public interface Pause {
  void of(Duration time) throws InterruptedException;

  /** Waits, and fails if the thread is to end. */
  default void forTime(Duration time) {
    try {
      of(time);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting", e);
    }
  }
}
