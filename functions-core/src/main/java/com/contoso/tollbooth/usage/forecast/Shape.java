package com.contoso.tollbooth.usage.forecast;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * What a series' past says of its future besides its level: how the weekdays differ, what is
 * charged on a certain day of the month, and the past days cleaned of both charges and spikes.
 */
final class Shape {
  static final int WEEK = 7;

  /** Eight weeks: each weekday is seen often enough for a median and not so long ago. */
  private static final int PROFILE_DAYS = 8 * WEEK;

  /** Three months and some days, so that a monthly charge is seen at least twice. */
  private static final int CHARGE_DAYS = 100;

  /** From four spreads on, a day is an exception and not noise. */
  private static final double EXCEPTION = 4;

  private final LocalDate first;
  private final int from;
  private final double[] clean;
  private final double[] profile;
  private final double[] charges;

  private Shape(LocalDate first, int from, double[] clean, double[] profile, double[] charges) {
    this.first = first;
    this.from = from;
    this.clean = clean;
    this.profile = profile;
    this.charges = charges;
  }

  /**
   * The shape of the days before {@code end}.
   *
   * @param first the day of the first cost
   */
  static Shape of(LocalDate first, double[] costs, int end) {
    int from = Math.max(0, end - CHARGE_DAYS);
    double[] past = Arrays.copyOfRange(costs, from, end);
    double[] level = localMedians(past);
    int weekday = first.plusDays(from).getDayOfWeek().getValue() - 1;
    double[] rough = profile(past, level, weekday);
    double[] rest = new double[past.length];
    Arrays.setAll(rest, i -> past[i] - level[i] * rough[(weekday + i) % WEEK]);
    double limit =
        Math.max(EXCEPTION * Robust.spread(recent(rest)), 0.05 * Robust.median(recent(level)));
    double[] clean = new double[past.length];
    Arrays.setAll(clean, i -> Math.abs(rest[i]) > limit ? past[i] - rest[i] : past[i]);
    double[] profile = profile(clean, localMeans(clean), weekday);
    return new Shape(first, from, clean, profile, charges(first.plusDays(from), rest, limit));
  }

  /** How a weekday stands to the week around it. */
  private static double[] profile(double[] costs, double[] level, int weekday) {
    double[] profile = new double[WEEK];
    int start = Math.max(0, costs.length - PROFILE_DAYS);
    for (int day = 0; day < WEEK; day++) {
      int wanted = day;
      profile[day] =
          Robust.median(
              IntStream.range(start, costs.length)
                  .filter(i -> (weekday + i) % WEEK == wanted && level[i] > 0)
                  .mapToDouble(i -> costs[i] / level[i])
                  .toArray());
    }
    return profile;
  }

  /** A charge is expected again if it came on this day in each of the last two months. */
  private static double[] charges(LocalDate start, double[] rest, double limit) {
    double[] charges = new double[32];
    for (int day = 1; day < charges.length; day++) {
      int wanted = day;
      double[] seen =
          IntStream.range(0, rest.length)
              .filter(i -> start.plusDays(i).getDayOfMonth() == wanted)
              .mapToDouble(i -> rest[i])
              .toArray();
      double[] last = Arrays.copyOfRange(seen, Math.max(0, seen.length - 2), seen.length);
      // fees begin a month so often that on its first day one month is proof enough
      boolean enough = last.length == 2 || (last.length == 1 && day == 1);
      if (enough && Arrays.stream(last).allMatch(excess -> excess > limit)) {
        charges[day] = Arrays.stream(last).average().orElse(0);
      }
    }
    return charges;
  }

  /** At both ends the nearest whole week, so that every level has each weekday once. */
  private static double[] localMedians(double[] costs) {
    return eachWeek(costs, Robust::median);
  }

  private static double[] localMeans(double[] costs) {
    return eachWeek(costs, week -> Arrays.stream(week).average().orElse(0));
  }

  private static double[] eachWeek(double[] costs, ToDoubleFunction<double[]> level) {
    double[] levels = new double[costs.length];
    Arrays.setAll(
        levels,
        i -> {
          int start = Math.clamp(i - WEEK / 2, 0, Math.max(0, costs.length - WEEK));
          return level.applyAsDouble(
              Arrays.copyOfRange(costs, start, Math.min(costs.length, start + WEEK)));
        });
    return levels;
  }

  private static double[] recent(double[] values) {
    return Arrays.copyOfRange(values, Math.max(0, values.length - PROFILE_DAYS), values.length);
  }

  /** How many past days there are. */
  int size() {
    return clean.length;
  }

  /** The cleaned cost of a past day, counted back from the last, which is zero. */
  double clean(int back) {
    return clean[clean.length - 1 - back];
  }

  /** The weekday's part of a day, counted from the first future one, which is zero. */
  double profile(int ahead) {
    return profile[day(ahead).getDayOfWeek().getValue() - 1];
  }

  double charge(int ahead) {
    return charges[day(ahead).getDayOfMonth()];
  }

  private LocalDate day(int ahead) {
    return first.plusDays(from + clean.length + ahead);
  }
}
