package com.contoso.tollbooth.usage.chargeback;

import com.contoso.tollbooth.usage.SubscriptionId;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Who pays for a month. In each currency the shares sum to the total, which is the ledger's, to the
 * last digit.
 *
 * @param version of the rules; absent while there are none and for rules not proposed yet
 * @param shares by currency and target, {@link #UNALLOCATED} last
 * @param rules what each rule matched, in the order of the rules
 * @param unallocated where the costs are from that no rule matched, the greatest first
 */
public record Allocation(
    YearMonth month,
    @Nullable Integer version,
    List<Share> shares,
    List<Matched> rules,
    List<Origin> unallocated,
    List<CostTotal> totals) {
  /** The target of what no rule matches; no rule can charge it. */
  public static final String UNALLOCATED = "unallocated";

  public Allocation {
    shares = List.copyOf(shares);
    rules = List.copyOf(rules);
    unallocated = List.copyOf(unallocated);
    totals = List.copyOf(totals);
  }

  /**
   * What one target pays.
   *
   * @param direct charged to it alone
   * @param shared its parts of shared costs
   * @param amount both
   */
  public record Share(
      String target, String currency, BigDecimal direct, BigDecimal shared, BigDecimal amount) {}

  /** What one rule matched, in one currency. */
  public record Matched(
      int number, String rule, String currency, long lines, long unrated, BigDecimal amount) {}

  /** What no rule matched of one subscription, resource group and cost centre. */
  public record Origin(
      SubscriptionId subscription,
      String resourceGroup,
      String costCenter,
      String currency,
      long lines,
      long unrated,
      BigDecimal amount) {}
}
