package com.contoso.tollbooth.usage.forecast;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Forecasts a series by several methods, each weighed by how it would have done on the series' own
 * past; what their mean would have missed there makes the interval.
 */
final class Forecaster {
  /** Less than four weeks show no weekday pattern that could be told from chance. */
  static final int ENOUGH = 4 * Shape.WEEK;

  /** Quick, steady, rising and slow: between them they follow steps, noise and growth. */
  private static final List<Method> METHODS =
      List.of(new Method(3, 0), new Method(10, 0), new Method(10, 0.95), new Method(30, 0));

  /** Two dozen trials, four days apart, go back some four months. */
  private static final int TRIALS = 24;

  private static final int TRIAL_STEP = 4;
  private static final int LONGEST_TRIAL = 25;

  /**
   * The methods were weighed by the trials that judge them, which flatters them: with 0.87 the
   * interval holds the 80 % that it promises (see the back-test).
   */
  private static final double COVERED = 0.87;

  /** Assumed where nothing was tried: wider than what most series turn out to have. */
  private static final double ASSUMED_SUM_ERROR = 0.3;

  private static final double ASSUMED_DAY_ERROR = 0.5;

  private Forecaster() {}

  /** The days from {@code end} on, from those before. */
  static Outlook forecast(LocalDate first, double[] costs, int end, int days) {
    if (end < ENOUGH) {
      return runRate(costs, end, days);
    }
    int horizon = Math.min(days, LONGEST_TRIAL);
    List<Trial> trials = trials(first, costs, end, horizon);
    double[] weights = weights(trials);
    Trial next = Trial.of(first, costs, end, days);
    double[] expected = next.mean(weights);
    double pattern = Arrays.stream(expected).sum();
    Arrays.setAll(expected, day -> expected[day] + next.charges()[day]);
    return new Outlook(
        expected,
        trials.isEmpty() ? Trend.Basis.UNTRIED_PATTERN : Trend.Basis.PATTERN,
        sumError(trials, weights) * Math.sqrt((double) days / horizon) * pattern,
        dayError(trials, weights) * pattern / days);
  }

  private static Outlook runRate(double[] costs, int end, int days) {
    double mean = Arrays.stream(costs, 0, end).average().orElse(0);
    double[] expected = new double[days];
    Arrays.fill(expected, mean);
    return new Outlook(expected, Trend.Basis.RUN_RATE, mean * days / 2, mean);
  }

  private static List<Trial> trials(LocalDate first, double[] costs, int end, int days) {
    List<Trial> trials = new ArrayList<>();
    int origin = end - days;
    for (; origin >= ENOUGH && trials.size() < TRIALS; origin -= TRIAL_STEP) {
      trials.add(Trial.of(first, costs, origin, days));
    }
    return trials;
  }

  /** All alike where there are no trials, and nearly so where they are few. */
  private static double[] weights(List<Trial> trials) {
    double[] squares = new double[METHODS.size()];
    for (Trial trial : trials) {
      for (int method = 0; method < squares.length; method++) {
        squares[method] += Math.pow(trial.error(trial.forecasts()[method]), 2);
      }
    }
    double any = Arrays.stream(squares).average().orElse(0) / (trials.size() + 1) + 1e-9;
    double[] weights = Arrays.stream(squares).map(square -> 1 / (square + any)).toArray();
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }

  private static double sumError(List<Trial> trials, double[] weights) {
    double[] errors =
        trials.stream().mapToDouble(trial -> Math.abs(trial.error(trial.mean(weights)))).toArray();
    return errors.length == 0 ? ASSUMED_SUM_ERROR : Robust.quantile(errors, COVERED);
  }

  private static double dayError(List<Trial> trials, double[] weights) {
    double[] errors =
        trials.stream().flatMapToDouble(trial -> Arrays.stream(trial.dayErrors(weights))).toArray();
    return errors.length == 0 ? ASSUMED_DAY_ERROR : Robust.quantile(errors, COVERED);
  }

  /** What each method says of some days, and what came of as many of them as are over. */
  private record Trial(double[][] forecasts, double[] charges, double[] actual) {
    static Trial of(LocalDate first, double[] costs, int end, int days) {
      Shape shape = Shape.of(first, costs, end);
      double[][] forecasts = new double[METHODS.size()][];
      Arrays.setAll(forecasts, method -> METHODS.get(method).forecast(shape, days));
      double[] charges = new double[days];
      Arrays.setAll(charges, shape::charge);
      int over = Math.min(costs.length, end + days);
      return new Trial(forecasts, charges, Arrays.copyOfRange(costs, end, over));
    }

    double[] mean(double[] weights) {
      double[] mean = new double[charges.length];
      for (int method = 0; method < weights.length; method++) {
        for (int day = 0; day < mean.length; day++) {
          mean[day] += weights[method] * forecasts[method][day];
        }
      }
      return mean;
    }

    /**
     * The sum's, as a share of the pattern: a monthly charge makes no error look small. At most the
     * whole, or a series that was next to nothing once would have an interval without end.
     */
    double error(double[] forecast) {
      double pattern = Arrays.stream(forecast).sum();
      double rest = Arrays.stream(actual).sum() - Arrays.stream(charges).sum();
      return Math.clamp((rest - pattern) / Math.max(pattern, 1e-9), -1, 1);
    }

    double[] dayErrors(double[] weights) {
      double[] forecast = mean(weights);
      double level = Math.max(Arrays.stream(forecast).average().orElse(0), 1e-9);
      double[] errors = new double[forecast.length];
      Arrays.setAll(
          errors, day -> Math.min(1, Math.abs(actual[day] - charges[day] - forecast[day]) / level));
      return errors;
    }
  }
}
