package com.contoso.tollbooth.usage.chargeback;

import java.math.BigDecimal;
import java.util.List;
import java.util.TreeMap;

/**
 * What other rules would change for a month. In each currency the differences sum to zero.
 *
 * @param differences of each target whose amount would change, by currency and target
 */
public record RulesEffect(Allocation before, Allocation after, List<Difference> differences) {
  public RulesEffect {
    differences = List.copyOf(differences);
  }

  static RulesEffect of(Allocation before, Allocation after) {
    var keys = new TreeMap<String, Difference>();
    before.shares().forEach(share -> merge(keys, share, share.amount(), BigDecimal.ZERO));
    after.shares().forEach(share -> merge(keys, share, BigDecimal.ZERO, share.amount()));
    return new RulesEffect(
        before, after, keys.values().stream().filter(each -> each.change().signum() != 0).toList());
  }

  private static void merge(
      TreeMap<String, Difference> keys,
      Allocation.Share share,
      BigDecimal before,
      BigDecimal after) {
    keys.merge(
        share.currency() + "\n" + share.target(),
        new Difference(share.target(), share.currency(), before, after),
        (one, other) ->
            new Difference(
                one.target(),
                one.currency(),
                one.before().add(other.before()),
                one.after().add(other.after())));
  }

  /** What one target pays before and after. */
  public record Difference(String target, String currency, BigDecimal before, BigDecimal after) {
    public BigDecimal change() {
      return after.subtract(before);
    }
  }
}
