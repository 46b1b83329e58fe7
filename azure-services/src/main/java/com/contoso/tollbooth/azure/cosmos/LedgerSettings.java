package com.contoso.tollbooth.azure.cosmos;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the billing ledger.
 *
 * @param margin how long before the moment of closing a window ends; 15 minutes, so that half of it
 *     outlasts every writer, see the package's page
 * @param buckets partitions that take the entries of one hour; 16 bear some 16 x 1,000 entries a
 *     second. It may be raised any time; lowered, the reader goes on reading the old number.
 */
@ConfigurationProperties("tollbooth.ledger")
public record LedgerSettings(
    @DefaultValue("15m") Duration margin, @DefaultValue("16") int buckets) {
  public LedgerSettings {
    if (margin.isNegative()) {
      throw new IllegalArgumentException("tollbooth.ledger.margin must not be negative");
    }
    if (buckets < 1 || buckets > 1000) {
      throw new IllegalArgumentException("tollbooth.ledger.buckets must lie between 1 and 1000");
    }
  }
}
