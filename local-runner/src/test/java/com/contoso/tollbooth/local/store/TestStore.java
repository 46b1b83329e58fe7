package com.contoso.tollbooth.local.store;

import com.contoso.tollbooth.local.LocalSettings;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** A migrated store in a folder, as the application wires it, under a clock that a test sets. */
public final class TestStore implements AutoCloseable {
  public static final int CONNECTIONS = StoreConfiguration.CONNECTIONS;

  private final HikariDataSource connections;
  private volatile Instant now = Instant.parse("2026-03-01T12:00:00Z");

  public final JdbcClient jdbc;
  public final TransactionTemplate transactions;
  public final SqlitePassageRegistry registry;
  public final SqlitePassages passages;
  public final SqliteKnownPassages known;
  public final SqliteReviewQueue reviews;
  public final SqliteBillablePlates plates;
  public final SqliteConditions conditions;

  public TestStore(Path home) {
    var configuration = new StoreConfiguration();
    connections = configuration.connections(new LocalSettings(home, false));
    DataSource lazy = configuration.dataSource(connections);
    Flyway.configure().dataSource(connections).load().migrate();
    transactions = configuration.transactions(configuration.transactionManager(lazy));
    jdbc = configuration.jdbc(lazy);
    InstantSource clock = () -> now;
    registry = new SqlitePassageRegistry(jdbc, transactions, clock);
    passages = new SqlitePassages(jdbc);
    known = new SqliteKnownPassages(jdbc);
    reviews = new SqliteReviewQueue(jdbc, transactions, clock);
    plates = new SqliteBillablePlates(jdbc, transactions);
    conditions = new SqliteConditions(jdbc);
  }

  public InstantSource clock() {
    return () -> now;
  }

  public void set(Instant instant) {
    now = instant;
  }

  @Override
  public void close() {
    connections.close();
  }
}
