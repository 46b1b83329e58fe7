package com.contoso.tollbooth.usage;

import java.math.BigDecimal;

/**
 * What a line costs. A line without a rate counts as zero and is listed as unrated.
 *
 * @param currency ISO 4217
 */
public record Cost(BigDecimal amount, String currency, Basis basis) {
  /** Where the amount is from. */
  public enum Basis {
    /** The report's own cost. */
    REPORTED,
    /** Quantity times the rate card's rate. */
    RATED,
    /** Neither is known: the amount is zero. */
    UNRATED
  }
}
