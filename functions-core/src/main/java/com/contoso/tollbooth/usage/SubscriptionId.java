package com.contoso.tollbooth.usage;

import java.util.Locale;

/**
 * The subscription a usage line belongs to, in lower case without white space around it. Most are
 * GUIDs; real reports hold others too, so any text that is not blank will do.
 */
public record SubscriptionId(String value) implements Comparable<SubscriptionId> {
  /**
   * Of what belongs to no subscription, such as a reservation, a support plan or a purchase at the
   * marketplace: reports leave the subscription of such a line empty. It is real money, so it is in
   * the ledger under this name, which no report uses. One who sees all subscriptions sees it;
   * others do if their rights name it.
   */
  public static final SubscriptionId NONE = new SubscriptionId("no-subscription");

  public SubscriptionId {
    value = value.strip().toLowerCase(Locale.ROOT);
    if (value.isEmpty()) {
      throw new IllegalArgumentException("a subscription id is not blank");
    }
  }

  /** The subscription that a report names so. */
  public static SubscriptionId reported(String text) {
    return text.isBlank() ? NONE : new SubscriptionId(text);
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
