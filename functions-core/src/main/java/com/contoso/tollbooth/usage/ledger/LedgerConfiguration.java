package com.contoso.tollbooth.usage.ledger;

import com.contoso.tollbooth.usage.Fetch;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The ledger's functions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LedgerSettings.class)
public class LedgerConfiguration {
  /** To be called when all days of a run are applied: a month that is closed restates changes. */
  @Bean
  Function<Fetch, LedgerMonth> settleMonth(
      UsageLedger ledger, LedgerSettings settings, Clock clock) {
    return new SettleMonth(ledger, settings, clock);
  }
}
