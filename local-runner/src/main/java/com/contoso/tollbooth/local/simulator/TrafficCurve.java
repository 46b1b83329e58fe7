package com.contoso.tollbooth.local.simulator;

import java.time.Duration;

/**
 * How the traffic at the booths comes and goes; over a whole cycle each keeps the rate asked for.
 */
public enum TrafficCurve {
  /** The same all the time. */
  STEADY,
  /** Ten seconds of every minute bring all of its vehicles. */
  BURSTS,
  /** A day in ten minutes, with two peaks. */
  RUSH_HOUR;

  private static final double DAY_SECONDS = 600;

  /** How many vehicles have passed by that time. */
  double passed(Duration elapsed, double perMinute) {
    double seconds = elapsed.toMillis() / 1000.0;
    double rate = perMinute / 60;
    return switch (this) {
      case STEADY -> seconds * rate;
      case BURSTS -> rate * (Math.floor(seconds / 60) * 60 + Math.min(seconds % 60, 10) * 6);
      case RUSH_HOUR -> {
        double turn = 4 * Math.PI / DAY_SECONDS;
        yield rate * (seconds - Math.sin(turn * seconds) / turn);
      }
    };
  }
}
