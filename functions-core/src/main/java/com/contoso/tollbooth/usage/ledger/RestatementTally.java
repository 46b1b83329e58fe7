package com.contoso.tollbooth.usage.ledger;

import com.contoso.tollbooth.usage.SubscriptionId;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Sums up what changed, line by line. A line that moved from one subscription, meter, cost centre
 * or currency to another counts as removed there and added here.
 */
public final class RestatementTally {
  private final Map<Key, Restatement.Difference> differences = new TreeMap<>(Key.ORDER);

  /**
   * Counts a line as it was and as it is.
   *
   * @param before {@code null} for a line that is new
   * @param after {@code null} for a line that is gone
   */
  public void count(@Nullable PricedLine before, @Nullable PricedLine after) {
    if (before != null && after != null && Key.of(before).equals(Key.of(after))) {
      add(after, 0, 1, 0, before.cost().amount(), after.cost().amount());
      return;
    }
    if (before != null) {
      add(before, 0, 0, 1, before.cost().amount(), BigDecimal.ZERO);
    }
    if (after != null) {
      add(after, 1, 0, 0, BigDecimal.ZERO, after.cost().amount());
    }
  }

  /** Adds what was summed up before, such as on another day of the same run. */
  public void add(Restatement.Difference more) {
    differences.merge(
        Key.of(more),
        more,
        (known, added) ->
            new Restatement.Difference(
                known.subscription(),
                known.meterId(),
                known.meterName(),
                known.costCenter(),
                known.currency(),
                known.added() + added.added(),
                known.changed() + added.changed(),
                known.removed() + added.removed(),
                PriceLine.plain(known.before().add(added.before())),
                PriceLine.plain(known.after().add(added.after()))));
  }

  /** By subscription, meter, cost centre and currency. */
  public List<Restatement.Difference> differences() {
    return List.copyOf(differences.values());
  }

  private void add(
      PricedLine of, long added, long changed, long removed, BigDecimal before, BigDecimal after) {
    add(
        new Restatement.Difference(
            of.line().subscription(),
            of.line().meter().id(),
            of.line().meter().name(),
            of.line().owner().costCenter(),
            of.cost().currency(),
            added,
            changed,
            removed,
            before,
            after));
  }

  private record Key(
      SubscriptionId subscription, String meterId, String costCenter, String currency) {
    private static final Comparator<Key> ORDER =
        Comparator.comparing(Key::subscription)
            .thenComparing(Key::meterId)
            .thenComparing(Key::costCenter)
            .thenComparing(Key::currency);

    private static Key of(PricedLine line) {
      return new Key(
          line.line().subscription(),
          line.line().meter().id(),
          line.line().owner().costCenter(),
          line.cost().currency());
    }

    private static Key of(Restatement.Difference difference) {
      return new Key(
          difference.subscription(),
          difference.meterId(),
          difference.costCenter(),
          difference.currency());
    }
  }
}
