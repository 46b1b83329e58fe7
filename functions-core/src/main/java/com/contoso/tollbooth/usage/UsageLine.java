package com.contoso.tollbooth.usage;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * One meter reading of one resource on one day, whatever format its report had. Texts that a report
 * leaves out are empty.
 *
 * @param subscription {@link SubscriptionId#NONE} if the report names none
 * @param date the day of use, as the report names it (UTC)
 * @param tags in the order of their names
 * @param further every other element of the report by its own name, so that nothing is dropped
 */
public record UsageLine(
    SubscriptionId subscription,
    String subscriptionName,
    LocalDate date,
    Meter meter,
    Resource resource,
    Owner owner,
    Charge charge,
    Map<String, String> tags,
    Map<String, String> further) {
  public UsageLine {
    tags = Collections.unmodifiableMap(new TreeMap<>(tags));
    further = Collections.unmodifiableMap(new TreeMap<>(further));
  }

  /**
   * What was measured.
   *
   * @param unit of the quantity, such as {@code 1 Hour} or {@code 10 GB}
   */
  public record Meter(
      String id, String name, String category, String subCategory, String region, String unit) {}

  /**
   * On what it was measured.
   *
   * @param id the report's instance id: a bare name or an Azure Resource Manager id
   * @param service the consumed service, such as {@code Microsoft.Compute}
   */
  public record Resource(String id, String group, String location, String service) {}

  /** Who answers for it. */
  public record Owner(String costCenter, String department, String account) {}

  /**
   * How much, and for how much money.
   *
   * @param unitPrice absent if the report has none
   * @param cost in {@code currency}, as the report says; absent if it says nothing
   * @param currency ISO 4217, empty if the report names none
   */
  public record Charge(
      BigDecimal quantity,
      @Nullable BigDecimal unitPrice,
      @Nullable BigDecimal cost,
      String currency) {}
}
