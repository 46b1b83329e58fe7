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

  private static final List<Method> METHODS =
      List.of(new Method(3, 0), new Method(10, 0), new Method(10, 0.95), new Method(30, 0));

  private static final int ORIGINS = 24;
  private static final int ORIGIN_STEP = 4;
  private static final int LONGEST_TRIAL = 21;
  private static final double COVERED = Double.parseDouble(System.getProperty("cov", "0.8"));

  private Forecaster() {}

  /** The days from {@code end} on, from those before. */
  static Outlook forecast(LocalDate first, double[] costs, int end, int days) {
    if (end < ENOUGH) {
      return runRate(costs, end, days);
    }
    int horizon = Math.min(days, LONGEST_TRIAL);
    List<Trial> trials = trials(first, costs, end, horizon);
    double[] weights = weights(trials);
    Shape shape = Shape.of(first, costs, end);
    double[][] forecasts = new double[METHODS.size()][];
    Arrays.setAll(forecasts, method -> METHODS.get(method).forecast(shape, days));
    double[] expected = mean(forecasts, weights);
    double sum = Arrays.stream(expected).sum();
    return new Outlook(
        expected,
        true,
        sumError(trials, weights) * Math.sqrt((double) days / horizon) * sum,
        dayError(trials, weights) * sum / days);
  }

  private static Outlook runRate(double[] costs, int end, int days) {
    double mean = Arrays.stream(costs, 0, end).average().orElse(0);
    double[] expected = new double[days];
    Arrays.fill(expected, mean);
    return new Outlook(expected, false, mean * days / 2, mean);
  }

  private static List<Trial> trials(LocalDate first, double[] costs, int end, int horizon) {
    List<Trial> trials = new ArrayList<>();
    for (int n = 0; n < ORIGINS; n++) {
      int origin = end - horizon - n * ORIGIN_STEP;
      if (origin < ENOUGH) {
        break;
      }
      Shape shape = Shape.of(first, costs, origin);
      double[][] forecasts = new double[METHODS.size()][];
      Arrays.setAll(forecasts, method -> METHODS.get(method).forecast(shape, horizon));
      trials.add(new Trial(forecasts, Arrays.copyOfRange(costs, origin, origin + horizon)));
    }
    return trials;
  }

  /** All alike where there are no trials. */
  private static double[] weights(List<Trial> trials) {
    double[] weights = new double[METHODS.size()];
    for (int method = 0; method < weights.length; method++) {
      double squares = 1e-9;
      for (Trial trial : trials) {
        squares += Math.pow(trial.relativeError(trial.forecasts()[method]), 2);
      }
      weights[method] = 1 / squares;
    }
    double sum = Arrays.stream(weights).sum();
    return Arrays.stream(weights).map(weight -> weight / sum).toArray();
  }

  private static double sumError(List<Trial> trials, double[] weights) {
    double[] errors =
        trials.stream()
            .mapToDouble(trial -> Math.abs(trial.relativeError(mean(trial.forecasts(), weights))))
            .toArray();
    return errors.length == 0 ? 0.3 : Robust.quantile(errors, COVERED);
  }

  private static double dayError(List<Trial> trials, double[] weights) {
    double[] errors =
        trials.stream()
            .flatMapToDouble(
                trial -> {
                  double[] forecast = mean(trial.forecasts(), weights);
                  double level = Arrays.stream(forecast).average().orElse(0);
                  return java.util.stream.IntStream.range(0, forecast.length)
                      .mapToDouble(i -> Math.abs(trial.actual()[i] - forecast[i]) / level);
                })
            .toArray();
    return errors.length == 0 ? 0.5 : Robust.quantile(errors, COVERED);
  }

  private static double[] mean(double[][] forecasts, double[] weights) {
    double[] mean = new double[forecasts[0].length];
    for (int method = 0; method < weights.length; method++) {
      for (int i = 0; i < mean.length; i++) {
        mean[i] += weights[method] * forecasts[method][i];
      }
    }
    return mean;
  }

  /** What each method said of a past stretch, and what came. */
  private record Trial(double[][] forecasts, double[] actual) {
    double relativeError(double[] forecast) {
      double expected = Arrays.stream(forecast).sum();
      double came = Arrays.stream(actual).sum();
      return (came - expected) / Math.max(Math.abs(expected), 1e-9);
    }
  }
}
