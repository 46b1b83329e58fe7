package com.contoso.tollbooth.usage.forecast;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Daily costs of many kinds, the same for the same seed. */
final class SampleCosts {
  private SampleCosts() {}

  /**
   * A kind of cost.
   *
   * @param weekend how much a weekend day costs beside a weekday
   * @param growth a month
   * @param wander how much the level moves a day, at random
   * @param noise of a day
   * @param fee on the first of a month, in days' costs
   * @param stepEvery so many days the level changes by up to {@code step}; never, if zero
   * @param spikes the share of days that cost up to five times as much
   */
  record Kind(
      String name,
      double weekend,
      double growth,
      double wander,
      double noise,
      double fee,
      int stepEvery,
      double step,
      double spikes) {
    @Override
    public String toString() {
      return name;
    }
  }

  static final List<Kind> KINDS =
      List.of(
          new Kind("steady", 0.95, 0, 0, 0.03, 0, 0, 0, 0),
          new Kind("office", 0.35, 0.01, 0.002, 0.06, 0, 0, 0, 0),
          new Kind("growing", 0.8, 0.10, 0.003, 0.06, 0, 0, 0, 0),
          new Kind("shrinking", 0.7, -0.06, 0.003, 0.06, 2, 0, 0, 0),
          new Kind("fees", 0.8, 0.02, 0.002, 0.05, 8, 0, 0, 0),
          new Kind("steps", 0.8, 0, 0.002, 0.05, 1, 45, 0.4, 0),
          new Kind("spiky", 0.7, 0.02, 0.003, 0.06, 1, 0, 0, 0.02),
          new Kind("noisy", 0.8, 0.02, 0.005, 0.25, 0, 0, 0, 0),
          new Kind("wandering", 0.8, 0, 0.02, 0.05, 0, 0, 0, 0),
          new Kind("all at once", 0.6, 0.04, 0.008, 0.10, 4, 80, 0.3, 0.01));

  static DailySeries of(Kind kind, long seed, YearMonth first, int months) {
    Random random = new Random(seed * 31 + kind.name().hashCode());
    LocalDate start = first.atDay(1);
    LocalDate end = first.plusMonths(months).atDay(1);
    double average = Math.exp(3 + 6 * random.nextDouble());
    double level = 1;
    List<BigDecimal> costs = new ArrayList<>();
    for (LocalDate day = start; day.isBefore(end); day = day.plusDays(1)) {
      level *= Math.pow(1 + kind.growth(), 1 / 30.0);
      level *= Math.exp(kind.wander() * random.nextGaussian());
      if (kind.stepEvery() > 0 && random.nextInt(kind.stepEvery()) == 0) {
        level *= Math.exp(kind.step() * (2 * random.nextDouble() - 1));
      }
      double cost = level * Math.exp(kind.noise() * random.nextGaussian());
      cost *= day.getDayOfWeek().getValue() > 5 ? kind.weekend() : 1;
      cost *= random.nextDouble() < kind.spikes() ? 2 + 3 * random.nextDouble() : 1;
      cost += day.getDayOfMonth() == 1 ? kind.fee() : 0;
      costs.add(BigDecimal.valueOf(cost * average).setScale(4, RoundingMode.HALF_EVEN));
    }
    return new DailySeries(start, costs);
  }
}
