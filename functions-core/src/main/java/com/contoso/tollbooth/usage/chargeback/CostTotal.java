package com.contoso.tollbooth.usage.chargeback;

import com.contoso.tollbooth.usage.Rollup;
import java.math.BigDecimal;

/**
 * Lines and their cost in one currency, exactly.
 *
 * @param unrated how many of the lines have no rate and so count as zero
 */
public record CostTotal(String currency, long lines, long unrated, BigDecimal cost) {
  static CostTotal of(Rollup rollup) {
    return new CostTotal(rollup.currency(), rollup.lines(), rollup.unrated(), rollup.cost());
  }

  CostTotal plus(CostTotal other) {
    if (!currency.equals(other.currency)) {
      throw new IllegalArgumentException("%s is not %s".formatted(currency, other.currency));
    }
    return new CostTotal(
        currency, lines + other.lines, unrated + other.unrated, cost.add(other.cost));
  }
}
