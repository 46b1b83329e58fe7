package com.contoso.tollbooth.review;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the review desk.
 *
 * @param lease how long a task stays with the person who claimed it; five minutes are ample for one
 *     photo and short enough that one who went to lunch holds nothing up
 */
@ConfigurationProperties("tollbooth.review")
public record ReviewSettings(@DefaultValue("5m") Duration lease) {
  public ReviewSettings {
    if (lease.isZero() || lease.isNegative()) {
      throw new IllegalArgumentException("tollbooth.review.lease must be longer than nothing");
    }
  }
}
