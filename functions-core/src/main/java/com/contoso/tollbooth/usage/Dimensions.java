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

  /** Empty if there is none. */
  public String tag(String name) {
    return tag(tags, name);
  }

  /** The value of a tag, whatever the case of its name; empty if there is none. */
  public static String tag(Map<String, String> tags, String name) {
    String exact = tags.get(name);
    return exact != null
        ? exact
        : tags.entrySet().stream()
            .filter(tag -> tag.getKey().equalsIgnoreCase(name))
            .map(Map.Entry::getValue)
            .findFirst()
            .orElse("");
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
