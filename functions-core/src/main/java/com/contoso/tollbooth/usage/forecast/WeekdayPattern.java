package com.contoso.tollbooth.usage.forecast;

import java.time.LocalDate;
import java.util.Optional;
import java.util.stream.IntStream;

/** Compares each day of a series with the same weekday of the weeks before. */
final class WeekdayPattern {
  /** Of fewer days a median says nothing. */
  private static final int ENOUGH = 4;

  private final LocalDate first;
  private final double[] costs;
  private final AnomalySettings settings;

  WeekdayPattern(DailySeries series, AnomalySettings settings) {
    this.first = series.first();
    this.costs = series.toDoubles();
    this.settings = settings;
  }

  /** The departure of a day, if it is one to be shown. */
  Optional<Departure> judge(LocalDate day) {
    int i = index(day);
    double[] peers = i < 0 || i >= costs.length ? new double[0] : peers(i);
    if (peers.length < ENOUGH) {
      return Optional.empty();
    }
    double median = Robust.median(peers);
    double expected = median + Math.max(0, Math.min(charge(day), costs[i] - median));
    double difference = Math.abs(costs[i] - expected);
    double least = Math.max(settings.floor().doubleValue(), settings.share() * Math.abs(expected));
    if (difference < least || difference == 0) {
      return Optional.empty();
    }
    double spread = Math.max(Robust.spread(peers), spread(i));
    // days all alike have no spread: a hundredth of the cost keeps the score a number
    double score = difference / Math.max(spread, 0.01 * Math.max(expected, difference));
    return score < settings.score()
        ? Optional.empty()
        : Optional.of(new Departure(day, expected, costs[i], score));
  }

  /** What the same day of last month cost above its own weekday: a charge that comes monthly. */
  private double charge(LocalDate day) {
    int i = index(day.minusMonths(1));
    double[] peers = i < 0 ? new double[0] : peers(i);
    return peers.length == 0 ? 0 : costs[i] - Robust.median(peers);
  }

  private double[] peers(int i) {
    return peers(i, i);
  }

  /**
   * How far any day of those weeks is from its weekday, because the spread of eight values may be
   * small by chance.
   */
  private double spread(int i) {
    int start = Math.max(0, i - settings.weeks() * Shape.WEEK);
    double[] weekdays = new double[Shape.WEEK];
    for (int ahead = 0; ahead < Shape.WEEK; ahead++) {
      weekdays[(i + ahead) % Shape.WEEK] = Robust.median(peers(i + ahead, i));
    }
    return Robust.spread(
        IntStream.range(start, i).mapToDouble(j -> costs[j] - weekdays[j % Shape.WEEK]).toArray());
  }

  private double[] peers(int i, int end) {
    return IntStream.rangeClosed(1, settings.weeks())
        .map(week -> i - week * Shape.WEEK)
        .filter(peer -> peer >= 0 && peer < end)
        .mapToDouble(peer -> costs[peer])
        .toArray();
  }

  private int index(LocalDate day) {
    return Math.toIntExact(day.toEpochDay() - first.toEpochDay());
  }
}
