package com.contoso.tollbooth.local.store;

import com.contoso.tollbooth.local.LocalSettings;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import javax.sql.DataSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.LazyConnectionDataSourceProxy;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/** The database, which holds the journal and the batch jobs whatever else is in it. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(LocalSettings.class)
public class StoreConfiguration {
  /**
   * Workers, web requests and the export each hold one for milliseconds; a write waits its turn.
   */
  static final int CONNECTIONS = 16;

  /**
   * How long a write waits for the one before it, and a caller for a connection. They are the same:
   * all connections may be out to writes that wait, so whoever gave up on a connection sooner would
   * fail for a delay that the writes are allowed.
   */
  private static final int TURN_TIMEOUT_MILLIS = 60_000;

  private static final int CACHE_KIB = 32 * 1024;

  /**
   * Write-ahead log with a sync at every commit: what was acknowledged outlives kill -9 and a power
   * cut. A transaction takes the write lock when it begins, so none fails half-way for want of it;
   * the lazy proxy lets it begin at its first statement, so a handler at work on something slow
   * blocks nobody.
   */
  @Bean(destroyMethod = "close")
  HikariDataSource connections(LocalSettings settings) {
    try {
      Files.createDirectories(settings.home());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(SQLiteConfig.TransactionMode.IMMEDIATE);
    config.setBusyTimeout(TURN_TIMEOUT_MILLIS);
    config.setCacheSize(-CACHE_KIB);
    config.enforceForeignKeys(true);
    var sqlite = new SQLiteDataSource(config);
    sqlite.setUrl("jdbc:sqlite:" + settings.home().resolve("tollbooth.db"));
    var pool = new HikariConfig();
    pool.setDataSource(sqlite);
    pool.setMaximumPoolSize(CONNECTIONS);
    pool.setConnectionTimeout(TURN_TIMEOUT_MILLIS);
    pool.setPoolName("store");
    return new HikariDataSource(pool);
  }

  @Bean
  @Primary
  DataSource dataSource(HikariDataSource connections) {
    return new LazyConnectionDataSourceProxy(connections);
  }

  @Bean
  PlatformTransactionManager transactionManager(DataSource dataSource) {
    return new JdbcTransactionManager(dataSource);
  }

  @Bean
  TransactionTemplate transactions(PlatformTransactionManager manager) {
    return new TransactionTemplate(manager);
  }

  @Bean
  JdbcClient jdbc(DataSource dataSource) {
    return JdbcClient.create(dataSource);
  }
}
