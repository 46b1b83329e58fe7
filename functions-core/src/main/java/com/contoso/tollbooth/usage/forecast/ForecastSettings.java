package com.contoso.tollbooth.usage.forecast;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How a month is forecast.
 *
 * @param incompleteDays days up to today of which more is expected, left out of the forecast's
 *     past; 2, because today is not over and yesterday's records are still arriving
 * @param historyMonths months before the one that is forecast that are read; 5, enough to see a
 *     monthly charge recur and to try the method on its own past some two dozen times
 */
@ConfigurationProperties("tollbooth.usage.forecast")
public record ForecastSettings(
    @DefaultValue("2") int incompleteDays, @DefaultValue("5") int historyMonths) {
  public static final ForecastSettings DEFAULT = new ForecastSettings(2, 5);

  public ForecastSettings {
    if (incompleteDays < 0 || incompleteDays > 28) {
      throw new IllegalArgumentException(
          "tollbooth.usage.forecast.incomplete-days is 0 to 28, not " + incompleteDays);
    }
    if (historyMonths < 1 || historyMonths > 36) {
      throw new IllegalArgumentException(
          "tollbooth.usage.forecast.history-months is 1 to 36, not " + historyMonths);
    }
  }
}
