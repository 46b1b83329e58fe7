package com.contoso.tollbooth.usage;

import java.util.Locale;

/**
 * The subscription a usage line belongs to, in lower case without white space around it. Most are
 * GUIDs; real reports hold others too, so any text that is not blank will do.
 */
public record SubscriptionId(String value) implements Comparable<SubscriptionId> {
  public SubscriptionId {
    value = value.strip().toLowerCase(Locale.ROOT);
    if (value.isEmpty()) {
      throw new IllegalArgumentException("a subscription id is not blank");
    }
  }

  @Override
  public int compareTo(SubscriptionId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
