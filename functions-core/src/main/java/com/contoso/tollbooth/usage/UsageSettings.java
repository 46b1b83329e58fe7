package com.contoso.tollbooth.usage;

import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings that more than one step of the usage pipeline goes by.
 *
 * @param settlingDays how many days after its end a month is fetched again and not yet closed;
 *     records are said to be in flux for 72 hours, and in practice change for five days and more
 * @param staleAfter after what time a run that has not ended counts as lost and is begun anew; the
 *     longest run seen takes a tenth of it
 */
@ConfigurationProperties("tollbooth.usage")
public record UsageSettings(
    @DefaultValue("10") int settlingDays, @DefaultValue("6h") Duration staleAfter) {
  public UsageSettings {
    if (settlingDays < 0 || settlingDays > 366) {
      throw new IllegalArgumentException(
          "tollbooth.usage.settling-days is 0 to 366, not " + settlingDays);
    }
  }

  /** When a month closes: that many days after its last day has ended, in UTC. */
  public Instant closes(YearMonth month) {
    return ends(month).plus(Duration.ofDays(settlingDays));
  }

  /** When a month ends, in UTC. */
  public static Instant ends(YearMonth month) {
    return month.plusMonths(1).atDay(1).atStartOfDay(ZoneOffset.UTC).toInstant();
  }
}
