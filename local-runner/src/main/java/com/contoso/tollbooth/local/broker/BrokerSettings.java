package com.contoso.tollbooth.local.broker;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the deliveries.
 *
 * @param ocrConcurrency photos in OCR at once; 0 means as many as there are cores, since OCR keeps
 *     a core busy
 * @param attempts how often a delivery is tried before it is a dead letter; with the delays below
 *     some minutes, long enough for a passing fault
 * @param firstDelay before the second attempt; each further one waits {@code growth} times as long
 * @param growth of the delay
 * @param maxDelay no attempt waits longer
 * @param jitter share of a delay that is drawn by chance, so that what failed together does not
 *     return together
 */
@ConfigurationProperties("tollbooth.broker")
public record BrokerSettings(
    @DefaultValue("0") int ocrConcurrency,
    @DefaultValue("5") int attempts,
    @DefaultValue("1s") Duration firstDelay,
    @DefaultValue("4") double growth,
    @DefaultValue("10m") Duration maxDelay,
    @DefaultValue("0.2") double jitter) {

  public BrokerSettings {
    if (attempts < 1) {
      throw new IllegalArgumentException("tollbooth.broker.attempts must be 1 or more");
    }
    if (growth < 1) {
      throw new IllegalArgumentException("tollbooth.broker.growth must be 1 or more");
    }
    if (!(jitter >= 0 && jitter <= 1)) {
      throw new IllegalArgumentException("tollbooth.broker.jitter must lie between 0 and 1");
    }
  }

  public int ocrWorkers() {
    return ocrConcurrency > 0 ? ocrConcurrency : Runtime.getRuntime().availableProcessors();
  }

  /** How long to wait after that many failed attempts; {@code chance} lies between 0 and 1. */
  Duration delayAfter(int failedAttempts, double chance) {
    double millis = firstDelay.toMillis() * Math.pow(growth, failedAttempts - 1);
    return spread(Duration.ofMillis((long) Math.min(millis, maxDelay.toMillis())), chance);
  }

  /** Lengthens a wait by its jitter; never shortens it. */
  Duration spread(Duration wait, double chance) {
    return wait.plusMillis((long) (wait.toMillis() * jitter * chance));
  }
}
