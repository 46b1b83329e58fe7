package com.contoso.tollbooth.usage.forecast;

import java.math.BigDecimal;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Which days are anomalies.
 *
 * @param weeks of the past whose same weekday makes the pattern; 8, enough for a median and short
 *     enough to follow a change that lasts within a month
 * @param score how many spreads a day departs; 5, because cost has more extreme days than a normal
 *     distribution and a list that is often wrong is not read
 * @param floor how much money a day departs, in its own currency; 50, less is not worth a look
 * @param share how much a day departs, as a share of what is expected; 0.25, because a subscription
 *     whose days are all but equal has no spread to speak of
 * @param mail whether each is mailed; off, because finance must first agree on score and floor
 */
@ConfigurationProperties("tollbooth.usage.anomalies")
public record AnomalySettings(
    @DefaultValue("8") int weeks,
    @DefaultValue("5") double score,
    @DefaultValue("50") BigDecimal floor,
    @DefaultValue("0.25") double share,
    @DefaultValue("false") boolean mail) {
  public static final AnomalySettings DEFAULT =
      new AnomalySettings(8, 5, BigDecimal.valueOf(50), 0.25, false);

  public AnomalySettings {
    if (weeks < 4 || weeks > 52) {
      throw new IllegalArgumentException(
          "tollbooth.usage.anomalies.weeks is 4 to 52, not " + weeks);
    }
    if (score <= 0 || floor.signum() < 0 || share < 0) {
      throw new IllegalArgumentException(
          "tollbooth.usage.anomalies: score is more than 0, floor and share are 0 or more");
    }
  }
}
