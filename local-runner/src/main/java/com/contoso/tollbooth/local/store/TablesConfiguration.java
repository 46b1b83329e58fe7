package com.contoso.tollbooth.local.store;

import com.contoso.tollbooth.local.AzureProfiles;
import java.time.Clock;
import java.time.YearMonth;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** Passages, reviews and the billing ledger as tables. */
@Configuration(proxyBeanMethods = false)
@Profile("!" + AzureProfiles.COSMOS)
public class TablesConfiguration {
  @Bean
  SqlitePassageRegistry passageRegistry(
      JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
    return new SqlitePassageRegistry(jdbc, transactions, clock);
  }

  @Bean
  SqlitePassages passages(JdbcClient jdbc) {
    return new SqlitePassages(jdbc);
  }

  @Bean
  Supplier<SortedMap<YearMonth, Long>> countPhotosByMonth(JdbcClient jdbc) {
    return new PhotosByMonth(jdbc);
  }

  @Bean
  SqliteKnownPassages knownPassages(JdbcClient jdbc) {
    return new SqliteKnownPassages(jdbc);
  }

  @Bean
  SqliteReviewQueue reviewQueue(JdbcClient jdbc, TransactionTemplate transactions, Clock clock) {
    return new SqliteReviewQueue(jdbc, transactions, clock);
  }

  @Bean
  SqliteBillablePlates billablePlates(JdbcClient jdbc, TransactionTemplate transactions) {
    return new SqliteBillablePlates(jdbc, transactions);
  }

  @Bean
  SqliteConditions conditions(JdbcClient jdbc) {
    return new SqliteConditions(jdbc);
  }
}
