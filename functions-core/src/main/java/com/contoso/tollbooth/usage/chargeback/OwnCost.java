package com.contoso.tollbooth.usage.chargeback;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.YearMonth;
import org.jspecify.annotations.Nullable;

/**
 * What a month's photos cost in one currency.
 *
 * @param unrated how many lines count as zero because they have no rate
 * @param perMillionPhotos rounded half up to four decimals; absent if there were no photos
 */
public record OwnCost(
    YearMonth month,
    String currency,
    BigDecimal cost,
    long unrated,
    long photos,
    @Nullable BigDecimal perMillionPhotos) {
  private static final BigDecimal MILLION = BigDecimal.valueOf(1_000_000);

  static OwnCost of(YearMonth month, CostTotal total, long photos) {
    return new OwnCost(
        month,
        total.currency(),
        total.cost(),
        total.unrated(),
        photos,
        photos == 0
            ? null
            : total
                .cost()
                .multiply(MILLION)
                .divide(BigDecimal.valueOf(photos), 4, RoundingMode.HALF_UP));
  }
}
