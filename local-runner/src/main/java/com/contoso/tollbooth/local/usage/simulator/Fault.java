package com.contoso.tollbooth.local.usage.simulator;

import java.time.Duration;

/** Something that goes wrong with one answer. */
public sealed interface Fault {
  /**
   * 429.
   *
   * @param retryAfter the header as it is sent: seconds or a date; none, if empty
   */
  record Throttled(String retryAfter) implements Fault {}

  /** 503. */
  record Unavailable() implements Fault {}

  /** The connection breaks after so many percent of a body. */
  record Broken(int percent) implements Fault {}

  /** A body that is sent as it should be: the fault behind it is for the next one. */
  record None() implements Fault {}

  /** A body is sent with a pause after each 64 KiB. */
  record Slow(Duration pause) implements Fault {}

  /** A manifest that says one more than there is, of {@code blobCount}, for one. */
  record Miscounted(String count) implements Fault {}
}
