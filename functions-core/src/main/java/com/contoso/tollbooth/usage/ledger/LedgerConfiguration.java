package com.contoso.tollbooth.usage.ledger;

import com.contoso.tollbooth.usage.UsageMonth;
import com.contoso.tollbooth.usage.UsageSettings;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ledger's functions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UsageSettings.class)
public class LedgerConfiguration {
  /** To be called when all days of a run are applied: a month that is closed restates changes. */
  @Bean
  Function<UsageMonth, LedgerMonth> settleMonth(
      UsageLedger ledger, UsageSettings settings, Clock clock) {
    return new SettleMonth(ledger, settings, clock);
  }
}
