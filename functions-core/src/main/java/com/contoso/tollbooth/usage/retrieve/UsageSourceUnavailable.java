package com.contoso.tollbooth.usage.retrieve;

import java.time.Duration;

/** A source of reports is throttled or down. It says nothing about the report. */
public final class UsageSourceUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  /** It answers, but not with a report. */
  public UsageSourceUnavailable(String message, Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  /** It does not answer. */
  public UsageSourceUnavailable(String message, Duration retryAfter, Throwable cause) {
    super(message, cause);
    this.retryAfter = retryAfter;
  }

  /** How long the source asks to wait; zero if it does not say. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
