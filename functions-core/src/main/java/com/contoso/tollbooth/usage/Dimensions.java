package com.contoso.tollbooth.usage;

import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;

/**
 * Who and what a cost is counted for.
 *
 * @param service the meter's category, such as {@code Virtual Machines}
 * @param tags in the order of their names
 */
public record Dimensions(
    EnrollmentNumber enrollment,
    SubscriptionId subscription,
    String subscriptionName,
    UsageLine.Owner owner,
    String resourceGroup,
    String service,
    Map<String, String> tags) {
  public Dimensions {
    tags = Collections.unmodifiableMap(new TreeMap<>(tags));
  }

  public static Dimensions of(EnrollmentNumber enrollment, UsageLine line) {
    return new Dimensions(
        enrollment,
        line.subscription(),
        line.subscriptionName(),
        line.owner(),
        line.resource().group(),
        line.meter().category(),
        line.tags());
  }
}
