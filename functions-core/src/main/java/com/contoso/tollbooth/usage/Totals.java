package com.contoso.tollbooth.usage;

import java.math.BigDecimal;

/**
 * Sums over lines, exact to the last digit. Two are equal by value, whatever the scale of their
 * decimals.
 *
 * @param cost of the lines that have one; a report that names no cost sums to zero
 */
public record Totals(long lines, BigDecimal quantity, BigDecimal cost) {
  public static final Totals NONE = new Totals(0, BigDecimal.ZERO, BigDecimal.ZERO);

  public Totals {
    quantity = plain(quantity);
    cost = plain(cost);
  }

  /** The totals of one line. */
  public static Totals of(UsageLine.Charge charge) {
    BigDecimal cost = charge.cost();
    return new Totals(1, charge.quantity(), cost == null ? BigDecimal.ZERO : cost);
  }

  public Totals plus(Totals other) {
    return new Totals(lines + other.lines, quantity.add(other.quantity), cost.add(other.cost));
  }

  private static BigDecimal plain(BigDecimal value) {
    return value.signum() == 0 ? BigDecimal.ZERO : value.stripTrailingZeros();
  }
}
