package com.contoso.tollbooth.usage.split;

import com.contoso.tollbooth.usage.Totals;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Sums that grow line by line. */
final class Tally {
  private long lines;
  private BigDecimal quantity = BigDecimal.ZERO;
  private BigDecimal cost = BigDecimal.ZERO;

  void add(@Nullable BigDecimal moreQuantity, @Nullable BigDecimal moreCost) {
    lines++;
    if (moreQuantity != null) {
      quantity = quantity.add(moreQuantity);
    }
    if (moreCost != null) {
      cost = cost.add(moreCost);
    }
  }

  Totals totals() {
    return new Totals(lines, quantity, cost);
  }
}
