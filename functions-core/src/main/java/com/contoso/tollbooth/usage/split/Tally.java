package com.contoso.tollbooth.usage.split;

import com.contoso.tollbooth.usage.Totals;
import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Sums that grow line by line. */
final class Tally {
  private long lines;
  private final Sum quantity = new Sum();
  private final Sum cost = new Sum();

  void add(@Nullable BigDecimal moreQuantity, @Nullable BigDecimal moreCost) {
    lines++;
    if (moreQuantity != null) {
      quantity.add(moreQuantity);
    }
    if (moreCost != null) {
      cost.add(moreCost);
    }
  }

  Totals totals() {
    return new Totals(lines, quantity.total(), cost.total());
  }

  /** Sums each scale by itself: to align the scales costs more than to add. */
  private static final class Sum {
    private static final int SCALES = 32;

    private final @Nullable BigDecimal[] sums = new @Nullable BigDecimal[SCALES];
    private BigDecimal others = BigDecimal.ZERO;

    void add(BigDecimal more) {
      int scale = more.scale();
      if (scale < 0 || scale >= SCALES) {
        others = others.add(more);
      } else {
        BigDecimal sum = sums[scale];
        sums[scale] = sum == null ? more : sum.add(more);
      }
    }

    BigDecimal total() {
      BigDecimal total = others;
      for (BigDecimal sum : sums) {
        if (sum != null) {
          total = total.add(sum);
        }
      }
      return total;
    }
  }
}
