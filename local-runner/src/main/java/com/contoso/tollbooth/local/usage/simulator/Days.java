package com.contoso.tollbooth.local.usage.simulator;

import com.contoso.tollbooth.local.usage.simulator.SimulatedEnrollment.Restated;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The quantities of the days of a month as they are reported on a certain day. A quantity is held
 * in two whole numbers, so that sums are exact and fast.
 */
final class Days {
  /** Decimal places of the first number. */
  static final int PLACES = 8;

  /** Decimal places of the second, which is 0 for most lines. */
  static final int FURTHER_PLACES = 22;

  private static final double UNITS = 1e8;
  private static final long FURTHER = 100_000_000_000_000L;

  private final SimulatedEnrollment enrollment;
  private final Landscape landscape;
  private final YearMonth month;
  private final LocalDate asOf;
  private final @Nullable Restated restated;
  private final long seed;
  private final double[] factors;

  /**
   * @param asOf may be {@link LocalDate#MAX}, when all has been reported
   */
  Days(SimulatedEnrollment enrollment, Landscape landscape, YearMonth month, LocalDate asOf) {
    this.enrollment = enrollment;
    this.landscape = landscape;
    this.month = month;
    this.asOf = asOf;
    this.seed = Chance.draw(enrollment.seed(), 3);
    this.restated =
        enrollment.restatements().stream()
            .filter(each -> each.month().equals(month) && !each.from().isAfter(asOf))
            .findFirst()
            .orElse(null);
    this.factors = factors();
  }

  /** Takes line after line. */
  @FunctionalInterface
  interface Visitor<E extends Exception> {
    /**
     * @param day from 1
     * @param units of 10⁻⁸
     * @param further of 10⁻²²
     */
    void line(int resource, int meter, int day, long units, long further) throws E;
  }

  /** How many places there are; each has the lines of one resource on one day, or none. */
  long places() {
    return (long) enrollment.resources() * month.lengthOfMonth();
  }

  int resourceAt(long place) {
    return (int) (place / month.lengthOfMonth());
  }

  /** Visits the lines of a place. */
  <E extends Exception> void visit(long place, Visitor<E> visitor) throws E {
    int resource = resourceAt(place);
    int day = (int) (place % month.lengthOfMonth()) + 1;
    if (month.atDay(day).isAfter(asOf)) {
      return;
    }
    visit(resource, day, landscape.subscriptionOf(resource), visitor);
  }

  private <E extends Exception> void visit(
      int resource, int day, int subscription, Visitor<E> visitor) throws E {
    List<Integer> meters = landscape.productOf(resource).meters();
    double size = landscape.sizeOf(resource);
    for (int meter : meters) {
      Meter what = Meter.ALL.get(meter);
      double plain = size * what.typical() * factors[at(subscription, day, what.rhythm())];
      line(resource, subscription, meter, day, plain, visitor);
    }
  }

  private <E extends Exception> void line(
      int resource, int subscription, int meter, int day, double plain, Visitor<E> visitor)
      throws E {
    long epochDay = month.atDay(day).toEpochDay();
    long drawn = Chance.draw(seed + meter, (long) resource * 100_000 + epochDay);
    long fate = Chance.draw(seed + 1000, drawn);
    long units = Math.max(1, Math.round(plain * (0.85 + 0.3 * Chance.share(drawn)) * UNITS));
    long age = asOf.toEpochDay() - epochDay;
    boolean late = age <= Chance.below(enrollment.lateDays(), fate >>> 20);
    Restated change = subscription == 0 ? restated : null;
    if (change != null && Chance.below(40, fate >>> 40) == 0) {
      return;
    }
    if (change != null) {
      units = Math.max(1, units / 100 * change.percent());
    }
    int kind = Chance.below(1000, fate);
    if (kind < 30) {
      visitor.line(resource, meter, day, late ? Math.max(1, units / 10 * 7) : units, 0);
    } else if (kind < 40) {
      if (!late) {
        visitor.line(resource, meter, day, units, 0);
      }
    } else if (kind < 45) {
      if (late) {
        visitor.line(resource, meter, day, units, 0);
      }
    } else if (kind < 50) {
      visitor.line(resource, meter, day, units, 0);
      visitor.line(resource, meter, day, units, 0);
    } else if (kind < 55) {
      visitor.line(resource, meter, day, units, 0);
      visitor.line(resource, meter, day, units / 3 + 1, 0);
    } else if (kind < 105) {
      visitor.line(resource, meter, day, units, Long.remainderUnsigned(drawn, FURTHER));
    } else {
      visitor.line(resource, meter, day, units, 0);
    }
  }

  private int at(int subscription, int day, Meter.Rhythm rhythm) {
    return (subscription * 32 + day) * Meter.Rhythm.values().length + rhythm.ordinal();
  }

  private double[] factors() {
    var season = new Season(enrollment);
    double[] all = new double[at(enrollment.subscriptions(), 0, Meter.Rhythm.STEADY)];
    for (int subscription = 0; subscription < enrollment.subscriptions(); subscription++) {
      for (int day = 1; day <= month.lengthOfMonth(); day++) {
        for (Meter.Rhythm rhythm : Meter.Rhythm.values()) {
          all[at(subscription, day, rhythm)] =
              season.factor(subscription, month.atDay(day), rhythm);
        }
      }
    }
    return all;
  }
}
