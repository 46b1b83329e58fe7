package com.contoso.tollbooth.local.usage.simulator;

import com.contoso.tollbooth.usage.Enrollment.ReportSource;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;

/**
 * An enrollment to be simulated: the same again is the same usage.
 *
 * @param subscriptions of which the first is restated, if any is, and the fourth has a malformed id
 * @param resources each of which has one to three lines a day
 * @param currency ISO 4217
 * @param lateDays how many days after its day a line may still come, change or vanish
 * @param purchases what it pays for without a subscription
 * @param keyExpires from when on the key is refused
 */
public record SimulatedEnrollment(
    EnrollmentNumber number,
    ReportSource source,
    long seed,
    int subscriptions,
    int resources,
    String currency,
    int lateDays,
    Instant keyExpires,
    List<Restated> restatements,
    List<Purchase> purchases) {
  public SimulatedEnrollment {
    if (!purchases.isEmpty() && source != ReportSource.COST_DETAILS) {
      throw new IllegalArgumentException("purchases are told of by Cost Details alone");
    }
    purchases = List.copyOf(purchases);
    if (subscriptions < 1 || subscriptions > 1000 || resources < 1) {
      throw new IllegalArgumentException("1 to 1,000 subscriptions, and a resource or more");
    }
    if (lateDays < 1) {
      throw new IllegalArgumentException("lines may come late by a day or more");
    }
    restatements = List.copyOf(restatements);
  }

  /** One in euros, with changes up to five days late and a key that does not expire soon. */
  public static SimulatedEnrollment of(
      String number, ReportSource source, long seed, int subscriptions, int resources) {
    return new SimulatedEnrollment(
        new EnrollmentNumber(number),
        source,
        seed,
        subscriptions,
        resources,
        "EUR",
        5,
        Instant.parse("2035-01-01T00:00:00Z"),
        List.of(),
        List.of());
  }

  /** The same, and what it buys each month for no subscription. */
  public SimulatedEnrollment buying(List<Purchase> bought) {
    return with(keyExpires, restatements, bought);
  }

  /** The same, and a month that is restated. */
  public SimulatedEnrollment restated(Restated restated) {
    return with(keyExpires, List.of(restated), purchases);
  }

  /** The same with a key that expires then. */
  public SimulatedEnrollment expiring(Instant expires) {
    return with(expires, restatements, purchases);
  }

  private SimulatedEnrollment with(
      Instant expires, List<Restated> restated, List<Purchase> bought) {
    return new SimulatedEnrollment(
        number,
        source,
        seed,
        subscriptions,
        resources,
        currency,
        lateDays,
        expires,
        restated,
        bought);
  }

  /**
   * How a month is restated: the first subscription's quantities become this many percent of what
   * they were, and some of its lines vanish.
   *
   * @param from the first day on which the reports have it so
   */
  public record Restated(YearMonth month, LocalDate from, int percent) {}
}
