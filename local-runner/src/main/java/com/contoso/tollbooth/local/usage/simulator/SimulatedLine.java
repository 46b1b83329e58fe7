package com.contoso.tollbooth.local.usage.simulator;

import java.math.BigDecimal;
import java.time.LocalDate;

/** One line of a report, before it is written in any format. */
record SimulatedLine(
    SimulatedEnrollment enrollment,
    Landscape.Resource resource,
    String subscriptionGuid,
    Meter meter,
    LocalDate date,
    BigDecimal quantity,
    Sale sale) {

  /** How it is charged for, in the words of Cost Details. */
  record Sale(String publisher, String chargeType, String frequency, String pricingModel) {
    static final Sale USAGE = new Sale("Azure", "Usage", "UsageBased", "OnDemand");
  }

  static SimulatedLine of(SimulatedEnrollment enrollment, Purchase purchase, LocalDate date) {
    return new SimulatedLine(
        enrollment,
        purchase.resource(),
        "",
        purchase.meter(),
        date,
        purchase.quantity(),
        new Sale(purchase.publisher(), "Purchase", purchase.frequency(), "OnDemand"));
  }

  String subscriptionName() {
    return subscriptionGuid.isEmpty() ? "" : Landscape.subscriptionName(resource.subscription());
  }

  static BigDecimal quantity(long units, long further) {
    BigDecimal quantity = BigDecimal.valueOf(units, Days.PLACES);
    return further == 0 ? quantity : quantity.add(BigDecimal.valueOf(further, Days.FURTHER_PLACES));
  }

  BigDecimal cost() {
    return quantity.multiply(meter.price());
  }

  /** Tells resources of the same product apart no more than the real thing does. */
  String productName() {
    return meter.category() + " - " + meter.name() + " - " + resource.region();
  }
}
