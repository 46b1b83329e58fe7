package com.contoso.tollbooth.usage.ledger;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the ledger.
 *
 * @param settlingDays days past a month's end until it is closed; records are said to be in flux
 *     for 72 hours, but changes arrive for five days and more, and a restatement of a closed month
 *     costs finance more than a few days' wait
 */
@ConfigurationProperties("tollbooth.usage")
public record LedgerSettings(@DefaultValue("10") int settlingDays) {
  public LedgerSettings {
    if (settlingDays < 0) {
      throw new IllegalArgumentException("tollbooth.usage.settling-days must not be negative");
    }
  }
}
