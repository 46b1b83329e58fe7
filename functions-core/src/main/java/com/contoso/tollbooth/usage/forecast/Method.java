package com.contoso.tollbooth.usage.forecast;

import java.util.Arrays;

/**
 * One way to carry a level on.
 *
 * @param halfLife after so many days, a past day counts half for the level
 * @param damping what is left of the trend from one day to the next; zero is no trend
 */
record Method(double halfLife, double damping) {
  private static final int TREND_WEEKS = 6;

  /** The cost of the days to come, without monthly charges. */
  double[] forecast(Shape shape, int days) {
    double weight = 1;
    double cost = 0;
    double parts = 0;
    double age = 0;
    double fade = Math.pow(0.5, 1 / halfLife);
    for (int back = 0; back < shape.size(); back++) {
      double part = shape.profile(-1 - back);
      cost += weight * shape.clean(back);
      parts += weight * part;
      age += weight * part * (back + 1);
      weight *= fade;
    }
    double level = parts > 0 ? cost / parts : 0;
    double slope = damping == 0 ? 0 : slope(shape);
    double start = parts > 0 ? level + slope * age / parts : 0;
    double[] forecast = new double[days];
    double rise = 0;
    double step = slope;
    for (int ahead = 0; ahead < days; ahead++) {
      forecast[ahead] = Math.max(0, start + rise) * shape.profile(ahead);
      step *= damping;
      rise += step;
    }
    return forecast;
  }

  /** The median of the slopes between any two of the last weeks, a day. */
  private static double slope(Shape shape) {
    int weeks = Math.min(TREND_WEEKS, shape.size() / Shape.WEEK);
    double[] levels = new double[weeks];
    for (int week = 0; week < weeks; week++) {
      for (int day = 0; day < Shape.WEEK; day++) {
        levels[week] += shape.clean(week * Shape.WEEK + day) / Shape.WEEK;
      }
    }
    double[] slopes = new double[weeks * (weeks - 1) / 2];
    int next = 0;
    for (int late = 0; late < weeks; late++) {
      for (int early = late + 1; early < weeks; early++) {
        slopes[next++] = (levels[late] - levels[early]) / ((early - late) * Shape.WEEK);
      }
    }
    return Robust.median(Arrays.copyOf(slopes, next));
  }
}
