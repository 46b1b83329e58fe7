package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.local.LocalSettings;
import java.time.Clock;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The usage ledger as tables. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LocalSettings.class)
public class UsageStoreConfiguration {
  @Bean
  UsageDatabase usageDatabase(LocalSettings settings) {
    return new UsageDatabase(settings.home().resolve("usage").resolve("ledger.db"));
  }

  @Bean
  SqliteUsageLedger usageLedger(UsageDatabase usageDatabase, Clock clock) {
    return new SqliteUsageLedger(usageDatabase, clock);
  }

  @Bean
  SqliteLedgerReader ledgerReader(UsageDatabase usageDatabase) {
    return new SqliteLedgerReader(usageDatabase);
  }
}
