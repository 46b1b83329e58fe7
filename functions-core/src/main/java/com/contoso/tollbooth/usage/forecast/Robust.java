package com.contoso.tollbooth.usage.forecast;

import java.util.Arrays;

/** Statistics that a few wild values do not move. */
final class Robust {
  /** Makes the median deviation of normally distributed values their standard deviation. */
  private static final double NORMAL = 1.4826;

  private Robust() {}

  /** Zero, if there are none. */
  static double median(double[] values) {
    return quantile(values, 0.5);
  }

  /** The median distance from the median, scaled to compare with a standard deviation. */
  static double spread(double[] values) {
    double middle = median(values);
    return NORMAL * median(Arrays.stream(values).map(value -> Math.abs(value - middle)).toArray());
  }

  /** Interpolated between the two nearest. */
  static double quantile(double[] values, double share) {
    if (values.length == 0) {
      return 0;
    }
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double position = Math.clamp(share, 0, 1) * (sorted.length - 1);
    int below = (int) position;
    int above = Math.min(below + 1, sorted.length - 1);
    return sorted[below] + (position - below) * (sorted[above] - sorted[below]);
  }
}
