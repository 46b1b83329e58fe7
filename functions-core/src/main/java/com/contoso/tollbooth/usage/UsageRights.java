package com.contoso.tollbooth.usage;

import java.util.Set;

/** Which subscriptions a reader may see. Every query of the ledger carries one. */
public sealed interface UsageRights {
  boolean sees(SubscriptionId subscription);

  /** Those alone; none, if there are none. */
  record Only(Set<SubscriptionId> subscriptions) implements UsageRights {
    public Only {
      subscriptions = Set.copyOf(subscriptions);
    }

    @Override
    public boolean sees(SubscriptionId subscription) {
      return subscriptions.contains(subscription);
    }
  }

  /** Every one, present and to come. */
  record All() implements UsageRights {
    @Override
    public boolean sees(SubscriptionId subscription) {
      return true;
    }
  }
}
