package com.contoso.tollbooth.billing;

import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The export's functions that need no batch job. */
@Configuration(proxyBeanMethods = false)
public class BillingConfiguration {
  @Bean
  Consumer<ExportOutcome> announceExport(Notices notices, Conditions conditions, Clock clock) {
    return new AnnounceExport(notices, conditions, clock);
  }

  @Bean
  Supplier<List<ExportManifest>> listExports(BillingDrop drop) {
    return drop::manifests;
  }

  @Bean
  Function<String, Optional<InputStream>> readExport(BillingDrop drop) {
    return drop::open;
  }

  @Bean
  Supplier<Map<Condition, Instant>> listConditions(Conditions conditions) {
    return conditions::lasting;
  }
}
