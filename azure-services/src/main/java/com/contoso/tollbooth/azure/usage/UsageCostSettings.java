package com.contoso.tollbooth.azure.usage;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What applying usage days may cost.
 *
 * @param ruPerSecond request units that one instance may spend in any one second; 1,000, the least
 *     that an autoscaled database can be given and a fifth of what a serverless partition takes, so
 *     that the plate pipeline in the same database is not held up. Half as much takes twice as long
 *     and costs the same when each unit is paid for; it is cheaper where throughput is reserved.
 */
@ConfigurationProperties("tollbooth.usage")
public record UsageCostSettings(@DefaultValue("1000") int ruPerSecond) {
  public UsageCostSettings {
    if (ruPerSecond < 100) {
      throw new IllegalArgumentException(
          "tollbooth.usage.ru-per-second is 100 or more, not " + ruPerSecond);
    }
  }
}
