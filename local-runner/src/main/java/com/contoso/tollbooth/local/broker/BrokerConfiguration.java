package com.contoso.tollbooth.local.broker;

import com.contoso.tollbooth.registry.PassageRegistry;
import com.contoso.tollbooth.registry.Passages;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** The journal, its dead letters and the workers of all subscriptions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(BrokerSettings.class)
public class BrokerConfiguration {
  @Bean
  Deliveries deliveries(
      JdbcClient jdbc, TransactionTemplate transactions, PassageRegistry registry) {
    return new Deliveries(jdbc, transactions, registry);
  }

  /** Takes the subscriptions late: their handlers publish here. */
  @Bean
  EventJournal eventJournal(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      PassageRegistry registry,
      Passages passages,
      ObjectProvider<Subscription<?>> subscriptions,
      Clock clock) {
    return new EventJournal(jdbc, transactions, registry, passages, subscriptions, clock);
  }

  @Bean
  SqliteDeadLetters deadLetters(
      JdbcClient jdbc,
      TransactionTemplate transactions,
      PassageRegistry registry,
      EventJournal journal) {
    return new SqliteDeadLetters(jdbc, transactions, registry, journal);
  }

  @Bean
  Dispatcher dispatcher(
      List<Subscription<?>> subscriptions,
      Deliveries deliveries,
      TransactionTemplate transactions,
      BrokerSettings settings,
      EventJournal journal,
      Clock clock) {
    List<Lane<?>> lanes = new ArrayList<>();
    subscriptions.forEach(
        each -> lanes.add(new Lane<>(each, deliveries, transactions, settings, clock)));
    return new Dispatcher(lanes, journal);
  }
}
