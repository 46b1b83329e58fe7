package com.contoso.tollbooth.azure.items;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * So many request units in any one second, and no more, by all who share it: a request waits until
 * what was spent within the last second leaves room for what it is expected to cost. What it cost
 * counts from its start until a second after its answer, because only the service knows when in
 * between it was charged.
 */
public final class RequestBudget {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** While what takes up the room is still under way, nobody knows for how long. */
  private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

  /** No request is expected to cost more than so many times what it was reckoned at. */
  private static final double LARGEST_ERROR = 4;

  private final double perSecond;
  private final InstantSource clock;
  private final Pause pause;
  private final Deque<Request> recent = new ArrayDeque<>();
  private Instant heldUntil = Instant.EPOCH;
  private double error = 1;

  /**
   * @param pause how to wait: with the clock
   */
  public RequestBudget(double perSecond, InstantSource clock, Pause pause) {
    this.perSecond = perSecond;
    this.clock = clock;
    this.pause = pause;
  }

  /** Bounds nothing. */
  public static RequestBudget unlimited() {
    return new RequestBudget(Double.MAX_VALUE, () -> Instant.EPOCH, wait -> {});
  }

  /** Waits some time. */
  @FunctionalInterface
  public interface Pause {
    void of(Duration time) throws InterruptedException;
  }

  /** What one request should cost at most, so that there is room for others. */
  public double share() {
    return perSecond / 2;
  }

  /** Waits for room. What costs more than a whole second's budget has a second of its own. */
  Request reserve(double estimate) {
    while (true) {
      Duration wait;
      synchronized (this) {
        Instant now = clock.instant();
        double expected = Math.min(estimate * error, perSecond);
        wait = waitFor(expected, now);
        if (wait.isZero()) {
          var request = new Request(expected);
          recent.addLast(request);
          return request;
        }
      }
      pause(wait);
    }
  }

  private Duration waitFor(double expected, Instant now) {
    recent.removeIf(each -> each.expired(now));
    if (now.isBefore(heldUntil)) {
      return Duration.between(now, heldUntil);
    }
    double excess = recent.stream().mapToDouble(each -> each.units).sum() + expected - perSecond;
    if (excess <= 0) {
      return Duration.ZERO;
    }
    for (Request each : recent) {
      excess -= each.units;
      Instant ended = each.ended;
      if (excess <= 0 && ended != null) {
        return Duration.between(now, ended.plus(SECOND));
      }
    }
    return LOOK_AGAIN;
  }

  /** Lets nothing through for some time, as the service asked. */
  synchronized void hold(Duration time) {
    Instant until = clock.instant().plus(time);
    heldUntil = until.isAfter(heldUntil) ? until : heldUntil;
  }

  private void pause(Duration wait) {
    try {
      pause.of(wait);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the request budget", e);
    }
  }

  /** One request that was let through. */
  final class Request {
    private final double expected;
    private double units;
    private @Nullable Instant ended;

    private Request(double expected) {
      this.expected = expected;
      units = expected;
    }

    /** Its answer came. */
    void cost(double charge) {
      synchronized (RequestBudget.this) {
        units = charge;
        ended = clock.instant();
        error = Math.min(LARGEST_ERROR, error * Math.max(1, charge / expected));
      }
    }

    private boolean expired(Instant now) {
      return ended != null && !ended.plus(SECOND).isAfter(now);
    }
  }
}
