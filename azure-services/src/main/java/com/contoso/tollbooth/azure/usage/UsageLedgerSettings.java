package com.contoso.tollbooth.azure.usage;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What applying usage days may cost, and what it leaves for those who read meanwhile.
 *
 * @param ruPerSecond request units that one instance may spend in any one second; 1,000, the least
 *     that an autoscaled database can be given and a fifth of what a serverless partition takes, so
 *     that the plate pipeline in the same database is not held up. Half as much takes twice as long
 *     and costs the same when each unit is paid for; it is cheaper where throughput is reserved.
 * @param longestRead how long one may take to read a day and still see it as it was at the
 *     beginning, however often it is applied meanwhile; an hour, in which some ten million lines
 *     are read. Lines that change more than once within it keep each version that long and are
 *     dearer to write; a day is commonly applied once in a day.
 */
@ConfigurationProperties("tollbooth.usage")
public record UsageLedgerSettings(
    @DefaultValue("1000") int ruPerSecond, @DefaultValue("1h") Duration longestRead) {
  public UsageLedgerSettings {
    if (ruPerSecond < 100) {
      throw new IllegalArgumentException(
          "tollbooth.usage.ru-per-second is 100 or more, not " + ruPerSecond);
    }
    if (longestRead.isNegative()) {
      throw new IllegalArgumentException(
          "tollbooth.usage.longest-read is not negative, as " + longestRead + " is");
    }
  }
}
