package com.contoso.tollbooth.usage.forecast;

import com.contoso.tollbooth.usage.SubscriptionId;
import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * Days of a subscription that depart from its weekday pattern in one direction. What lasts is one
 * anomaly, until the pattern has taken it in.
 *
 * @param id the same, however long it lasts and whatever is restated
 * @param days how many days from the first to the last depart
 * @param expected of those days, rounded to cents, half to even
 * @param actual of those days, exact
 * @param score the greatest departure of a day, in spreads of its pattern
 * @param sentence tells it to a reader
 */
public record Anomaly(
    String id,
    SubscriptionId subscription,
    String subscriptionName,
    Direction direction,
    LocalDate first,
    LocalDate last,
    int days,
    String currency,
    BigDecimal expected,
    BigDecimal actual,
    double score,
    String sentence) {
  /** Which way it departs. */
  public enum Direction {
    HIGH,
    LOW
  }
}
