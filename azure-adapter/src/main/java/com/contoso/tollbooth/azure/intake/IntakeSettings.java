package com.contoso.tollbooth.azure.intake;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the photo queue's deliveries.
 *
 * @param attempts how often a photo is tried before it is a dead letter; outages do not count
 * @param firstDelay before the second attempt; each further one waits {@code growth} times as long
 * @param growth of the delay
 * @param maxDelay no attempt waits longer, nor does a photo in an outage: long enough that a day of
 *     outage costs 144 looks at each photo, short enough that a recovery is noticed
 * @param jitter share of a delay that is added by chance, so that what was sent back together does
 *     not return together
 */
@ConfigurationProperties("tollbooth.intake")
public record IntakeSettings(
    @DefaultValue("5") int attempts,
    @DefaultValue("10s") Duration firstDelay,
    @DefaultValue("4") double growth,
    @DefaultValue("10m") Duration maxDelay,
    @DefaultValue("0.5") double jitter) {
  public IntakeSettings {
    if (attempts < 1 || growth < 1 || !(jitter >= 0 && jitter <= 1)) {
      throw new IllegalArgumentException(
          "tollbooth.intake: attempts and growth are 1 or more, jitter lies between 0 and 1");
    }
  }

  /** How long to wait after that many times; {@code chance} lies between 0 and 1. */
  Duration delayAfter(int times, double chance) {
    double millis = firstDelay.toMillis() * Math.pow(growth, Math.max(0, times - 1));
    return spread(Duration.ofMillis((long) Math.min(millis, maxDelay.toMillis())), chance);
  }

  /** How long a photo waits in an outage; never less than the engine asked for. */
  Duration delayInOutage(Duration asked, int outages, double chance) {
    Duration growing = delayAfter(outages, 0);
    return spread(asked.compareTo(growing) > 0 ? asked : growing, chance);
  }

  private Duration spread(Duration wait, double chance) {
    return wait.plusMillis((long) (wait.toMillis() * jitter * chance));
  }
}
