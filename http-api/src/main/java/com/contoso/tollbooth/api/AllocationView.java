package com.contoso.tollbooth.api;

import com.contoso.tollbooth.usage.chargeback.Allocation;
import com.contoso.tollbooth.usage.chargeback.RulesEffect;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who pays for a month, as the page sees it.
 *
 * @param unallocated the greatest of {@code unallocatedCount} places where such costs are from
 */
record AllocationView(
    String month,
    @Nullable Integer version,
    List<ShareView> shares,
    List<MatchedView> rules,
    List<OriginView> unallocated,
    int unallocatedCount,
    List<BreakdownView.Total> totals) {

  static AllocationView of(Allocation allocation, int origins) {
    return new AllocationView(
        allocation.month().toString(),
        allocation.version(),
        allocation.shares().stream().map(ShareView::of).toList(),
        allocation.rules().stream().map(MatchedView::of).toList(),
        allocation.unallocated().stream().limit(origins).map(OriginView::of).toList(),
        allocation.unallocated().size(),
        allocation.totals().stream().map(BreakdownView.Total::of).toList());
  }

  /** What one target pays. */
  record ShareView(String target, String currency, String direct, String shared, String amount) {
    static ShareView of(Allocation.Share share) {
      return new ShareView(
          share.target(),
          share.currency(),
          share.direct().toPlainString(),
          share.shared().toPlainString(),
          share.amount().toPlainString());
    }
  }

  /** What one rule matched. */
  record MatchedView(
      int number, String rule, String currency, long lines, long unrated, String amount) {
    static MatchedView of(Allocation.Matched matched) {
      return new MatchedView(
          matched.number(),
          matched.rule(),
          matched.currency(),
          matched.lines(),
          matched.unrated(),
          matched.amount().toPlainString());
    }
  }

  /** Where costs are from that no rule matched. */
  record OriginView(
      String subscription,
      String resourceGroup,
      String costCenter,
      String currency,
      long lines,
      long unrated,
      String amount) {
    static OriginView of(Allocation.Origin origin) {
      return new OriginView(
          origin.subscription().value(),
          origin.resourceGroup(),
          origin.costCenter(),
          origin.currency(),
          origin.lines(),
          origin.unrated(),
          origin.amount().toPlainString());
    }
  }

  /** What other rules would change. */
  record EffectView(AllocationView before, AllocationView after, List<ChangeView> differences) {
    static EffectView of(RulesEffect effect, int origins) {
      return new EffectView(
          AllocationView.of(effect.before(), origins),
          AllocationView.of(effect.after(), origins),
          effect.differences().stream().map(ChangeView::of).toList());
    }
  }

  /** What one target would pay instead. */
  record ChangeView(String target, String currency, String before, String after, String change) {
    static ChangeView of(RulesEffect.Difference each) {
      return new ChangeView(
          each.target(),
          each.currency(),
          each.before().toPlainString(),
          each.after().toPlainString(),
          each.change().toPlainString());
    }
  }
}
