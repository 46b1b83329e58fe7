package com.contoso.tollbooth.local.usage.simulator;

import java.math.BigDecimal;
import java.util.List;

/**
 * What an enrollment is charged for on a day of each month without any subscription using it.
 *
 * @param day of the month; one that every month has
 * @param publisher who sells it: {@code Azure} or {@code Marketplace}
 * @param frequency as reports of Cost Details say it: {@code OneTime} or {@code Recurring}
 */
public record Purchase(
    int day,
    String name,
    String category,
    String publisher,
    String frequency,
    BigDecimal quantity,
    BigDecimal price,
    String costCenter) {
  private static final Product NO_PRODUCT = new Product("", "", "", List.of());

  /** A reservation, a support plan and something from the marketplace. */
  public static final List<Purchase> USUAL =
      List.of(
          new Purchase(
              1,
              "Reserved VM Instance, Standard_D4s_v5, 1 Year",
              "Virtual Machines",
              "Azure",
              "Recurring",
              new BigDecimal("12"),
              new BigDecimal("98.404167"),
              ""),
          new Purchase(
              3,
              "Professional Direct",
              "Support",
              "Azure",
              "Recurring",
              BigDecimal.ONE,
              new BigDecimal("1000"),
              "CC-6100"),
          new Purchase(
              11,
              "Observability suite, 50 hosts",
              "SaaS",
              "Marketplace",
              "OneTime",
              new BigDecimal("50"),
              new BigDecimal("14.9901"),
              "CC-4711"));

  public Purchase {
    if (day < 1 || day > 28) {
      throw new IllegalArgumentException("a day that every month has, not " + day);
    }
  }

  BigDecimal cost() {
    return quantity.multiply(price);
  }

  Meter meter() {
    return new Meter(
        Chance.guid(0x627579L, name.hashCode()),
        name,
        category,
        "",
        "1",
        price,
        1,
        Meter.Rhythm.STEADY);
  }

  /** There is none; what a report says of one is empty. */
  Landscape.Resource resource() {
    return new Landscape.Resource(
        -1, 0, NO_PRODUCT, "", "", "", "", costCenter, "Platform", null, 0);
  }
}
