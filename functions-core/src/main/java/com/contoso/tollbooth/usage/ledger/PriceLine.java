package com.contoso.tollbooth.usage.ledger;

import com.contoso.tollbooth.usage.Cost;
import com.contoso.tollbooth.usage.UsageLine;
import com.contoso.tollbooth.usage.UsageLine.Charge;
import java.math.BigDecimal;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The report's own cost, else quantity times the card's rate, else nothing; exact each. */
record PriceLine(RateCard rates) implements Function<UsageLine, PricedLine> {
  /** ISO 4217 for "no currency". */
  static final String NO_CURRENCY = "XXX";

  /** Beyond it a whole number is kept with its exponent: nobody is charged so much. */
  private static final int LARGEST_EXPONENT = 40;

  @Override
  public PricedLine apply(UsageLine line) {
    return new PricedLine(plain(line), cost(line));
  }

  private static UsageLine plain(UsageLine line) {
    Charge charge = plain(line.charge());
    return charge.equals(line.charge())
        ? line
        : new UsageLine(
            line.subscription(),
            line.subscriptionName(),
            line.date(),
            line.meter(),
            line.resource(),
            line.owner(),
            charge,
            line.tags(),
            line.further());
  }

  Cost cost(UsageLine line) {
    Charge charge = line.charge();
    BigDecimal reported = charge.cost();
    if (reported != null) {
      return new Cost(
          plain(reported), currency(charge.currency(), rates.currency()), Cost.Basis.REPORTED);
    }
    return rates
        .unitPrice(line.meter().id())
        .map(
            price ->
                new Cost(
                    plain(charge.quantity().multiply(price)),
                    currency(rates.currency(), charge.currency()),
                    Cost.Basis.RATED))
        .orElseGet(
            () ->
                new Cost(
                    BigDecimal.ZERO,
                    currency(charge.currency(), rates.currency()),
                    Cost.Basis.UNRATED));
  }

  private static String currency(String first, String second) {
    if (!first.isEmpty()) {
      return first;
    }
    return second.isEmpty() ? NO_CURRENCY : second;
  }

  private static Charge plain(Charge charge) {
    return new Charge(
        plain(charge.quantity()),
        plainOrNull(charge.unitPrice()),
        plainOrNull(charge.cost()),
        charge.currency());
  }

  private static @Nullable BigDecimal plainOrNull(@Nullable BigDecimal value) {
    return value == null ? null : plain(value);
  }

  /** One form for each value: the ledger must not depend on how a report writes 1.5. */
  static BigDecimal plain(BigDecimal value) {
    BigDecimal stripped = value.stripTrailingZeros();
    return stripped.scale() < 0 && stripped.scale() >= -LARGEST_EXPONENT
        ? stripped.setScale(0)
        : stripped;
  }
}
