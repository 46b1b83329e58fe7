package com.contoso.tollbooth.usage.ledger;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;

/**
 * Prices for lines whose report names no cost.
 *
 * @param version tells one card from another, because another card prices unchanged lines anew
 * @param currency ISO 4217
 * @param unitPrices by meter id in lower case, for one unit of the meter
 */
public record RateCard(String version, String currency, Map<String, BigDecimal> unitPrices) {
  /** Knows no price. */
  public static final RateCard NONE = new RateCard("none", "", Map.of());

  public RateCard {
    unitPrices = Map.copyOf(unitPrices);
  }

  /** The same card in this currency, if it names none itself. */
  public RateCard in(String other) {
    return !currency.isEmpty() || other.isEmpty()
        ? this
        : new RateCard(version + " in " + other, other, unitPrices);
  }

  public Optional<BigDecimal> unitPrice(String meterId) {
    return Optional.ofNullable(unitPrices.get(meterId.toLowerCase(java.util.Locale.ROOT)));
  }
}
