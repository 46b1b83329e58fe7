package com.contoso.tollbooth.azure.items;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayDeque;
import java.util.Deque;

/**
 * A request waits until what was spent within the last second leaves room for what it is expected
 * to cost. What it cost counts from its start until a second after its answer, because only the
 * service knows when in between it was charged.
 */
final class UnitsPerSecond implements RequestBudget {
  private static final Duration SECOND = Duration.ofSeconds(1);

  /** While what takes up the room is still under way, nobody knows for how long. */
  private static final Duration LOOK_AGAIN = Duration.ofMillis(5);

  /** No request is expected to cost more than so many times what it was reckoned at. */
  private static final double LARGEST_ERROR = 4;

  private final double perSecond;
  private final InstantSource clock;
  private final Pause pause;

  /** What was answered within the last second, in the order of the answers. */
  private final Deque<Answered> answered = new ArrayDeque<>();

  private double spent;
  private int underWay;
  private double expectedOfThem;
  private Instant heldUntil = Instant.EPOCH;
  private double error = 1;

  UnitsPerSecond(double perSecond, InstantSource clock, Pause pause) {
    this.perSecond = perSecond;
    this.clock = clock;
    this.pause = pause;
  }

  @Override
  public double share() {
    return perSecond / 2;
  }

  /** What costs more than a whole second's budget has a second of its own. */
  @Override
  public Request reserve(double estimate) {
    while (true) {
      Duration wait;
      synchronized (this) {
        double expected = Math.min(estimate * error, perSecond);
        wait = waitFor(expected, clock.instant());
        if (wait.isZero()) {
          underWay++;
          expectedOfThem += expected;
          return charge -> answered(expected, charge);
        }
      }
      pause.forTime(wait);
    }
  }

  private Duration waitFor(double expected, Instant now) {
    forgetBefore(now);
    if (now.isBefore(heldUntil)) {
      return Duration.between(now, heldUntil);
    }
    double excess = spent + expectedOfThem + expected - perSecond;
    if (excess <= 0) {
      return Duration.ZERO;
    }
    for (Answered each : answered) {
      excess -= each.units;
      if (excess <= 0) {
        return Duration.between(now, each.counts);
      }
    }
    return LOOK_AGAIN;
  }

  /** Sums begin at zero again whenever they may: fractions add up inexactly. */
  private void forgetBefore(Instant now) {
    while (!answered.isEmpty() && !answered.getFirst().counts.isAfter(now)) {
      spent -= answered.removeFirst().units;
    }
    spent = answered.isEmpty() ? 0 : spent;
    expectedOfThem = underWay == 0 ? 0 : expectedOfThem;
  }

  private synchronized void answered(double expected, double charge) {
    underWay--;
    expectedOfThem -= expected;
    spent += charge;
    answered.addLast(new Answered(charge, clock.instant().plus(SECOND)));
    error = Math.min(LARGEST_ERROR, error * Math.max(1, charge / expected));
  }

  @Override
  public synchronized void hold(Duration time) {
    Instant until = clock.instant().plus(time);
    heldUntil = until.isAfter(heldUntil) ? until : heldUntil;
  }

  /**
   * A request whose charge is known.
   *
   * @param counts until then
   */
  private record Answered(double units, Instant counts) {}
}
