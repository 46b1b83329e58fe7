package com.contoso.tollbooth.usage.forecast;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.UsageMail;
import com.contoso.tollbooth.usage.UsageMails;
import java.time.Clock;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The functions of trend, forecast and anomalies. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({ForecastSettings.class, AnomalySettings.class})
public class ForecastConfiguration {
  @Bean
  Function<TrendQuery, Trend> readTrend(LedgerReader ledger, ForecastSettings settings) {
    return new ReadTrend(ledger, settings);
  }

  @Bean
  Function<AnomalyQuery, List<Anomaly>> findAnomalies(
      LedgerReader ledger, ForecastSettings forecast, AnomalySettings settings) {
    return new FindAnomalies(ledger, forecast, settings);
  }

  @Bean
  Function<List<Anomaly>, List<UsageMail>> composeAnomalyMails(AnomalySettings settings) {
    return new AnomalyMail(settings);
  }

  @Bean
  Consumer<EnrollmentNumber> tellAnomalies(
      Function<AnomalyQuery, List<Anomaly>> findAnomalies,
      Function<List<Anomaly>, List<UsageMail>> composeAnomalyMails,
      AnomalySettings settings,
      UsageMails usageMails,
      Clock clock) {
    return new TellAnomalies(findAnomalies, composeAnomalyMails, settings, usageMails, clock);
  }
}
