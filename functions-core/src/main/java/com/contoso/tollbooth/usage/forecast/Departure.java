package com.contoso.tollbooth.usage.forecast;

import java.time.LocalDate;

/**
 * A day and what its weekday pattern expects of it.
 *
 * @param score of how many spreads the two are apart
 */
record Departure(LocalDate day, double expected, double actual, double score) {
  double difference() {
    return actual - expected;
  }

  Anomaly.Direction direction() {
    return difference() > 0 ? Anomaly.Direction.HIGH : Anomaly.Direction.LOW;
  }
}
