package com.contoso.tollbooth.local.usage.simulator;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/**
 * How much is used on a day beside a plain one: growth, steps at the start of a month, the rhythm
 * of the week, chance, and a spike now and then.
 */
final class Season {
  private static final LocalDate PLAIN = LocalDate.of(2025, 1, 1);
  private static final double YEARLY_GROWTH = 1.35;
  private static final int SPIKE_EVERY = 75;

  private final long seed;

  Season(SimulatedEnrollment enrollment) {
    this.seed = Chance.draw(enrollment.seed(), 2);
  }

  double factor(int subscription, LocalDate day, Meter.Rhythm rhythm) {
    double years = ChronoUnit.DAYS.between(PLAIN, day) / 365.25;
    long place = day.toEpochDay() * 1000 + subscription;
    return StrictMath.pow(YEARLY_GROWTH, years)
        * step(subscription, YearMonth.from(day))
        * week(rhythm, day.getDayOfWeek())
        * (1 + 0.02 * Chance.bell(seed, place))
        * spike(subscription, day)
            .filter(spike -> spike.rhythm() == rhythm)
            .map(Spike::factor)
            .orElse(1.0);
  }

  /** How much more of which meters. */
  record Spike(Meter.Rhythm rhythm, double factor) {}

  Optional<Spike> spike(int subscription, LocalDate day) {
    long drawn = Chance.draw(seed + 77, day.toEpochDay() * 1000 + subscription);
    if (Long.remainderUnsigned(drawn, SPIKE_EVERY) != 0) {
      return Optional.empty();
    }
    Meter.Rhythm[] rhythms = Meter.Rhythm.values();
    return Optional.of(
        new Spike(
            rhythms[Chance.below(rhythms.length, drawn >>> 20)], 2.5 + 2 * Chance.share(drawn)));
  }

  /** In some months a subscription gets more or less all at once. */
  private double step(int subscription, YearMonth month) {
    long drawn =
        Chance.draw(
            seed + 99, month.getYear() * 12_000L + month.getMonthValue() * 1000L + subscription);
    return drawn % 5 == 0 ? 0.9 + 0.25 * Chance.share(drawn) : 1;
  }

  private static double week(Meter.Rhythm rhythm, DayOfWeek day) {
    boolean weekend = day == DayOfWeek.SATURDAY || day == DayOfWeek.SUNDAY;
    return switch (rhythm) {
      case STEADY -> 1;
      case OFFICE -> weekend ? 0.18 : 1.05;
      case TRADE ->
          day == DayOfWeek.SUNDAY ? 0.55 : weekend ? 0.7 : day == DayOfWeek.FRIDAY ? 1.2 : 1;
    };
  }
}
