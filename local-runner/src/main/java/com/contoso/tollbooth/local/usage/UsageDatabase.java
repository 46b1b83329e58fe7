package com.contoso.tollbooth.local.usage;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.function.Function;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.migration.JavaMigration;
import org.springframework.jdbc.core.ConnectionCallback;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

/**
 * The usage database. It is no bean of a JDBC type: such beans are of the other database. Writers
 * take turns; a reader sees one moment and waits for nobody.
 */
public final class UsageDatabase implements AutoCloseable {
  private static final int READERS = 8;
  private static final int BUSY_TIMEOUT_MILLIS = 60_000;

  /** A day of a large report takes minutes, and the next waits for it. */
  private static final long TURN_TIMEOUT_MILLIS = 30 * 60_000L;

  private static final int WRITER_CACHE_KIB = 64 * 1024;
  private static final int READER_CACHE_KIB = 16 * 1024;

  private final HikariDataSource writer;
  private final HikariDataSource readers;
  private final JdbcTemplate writes;
  private final TransactionTemplate writing;
  private final JdbcTemplate rowReads;
  private final JdbcClient reads;
  private final TransactionTemplate reading;

  /** The ledger's. */
  UsageDatabase(Path file) {
    this(file, "classpath:db/usage", new PackRollups());
  }

  UsageDatabase(Path file, String migrations, JavaMigration... more) {
    try {
      Files.createDirectories(file.toAbsolutePath().getParent());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    writer = pool(file, SQLiteConfig.TransactionMode.IMMEDIATE, WRITER_CACHE_KIB, 1);
    Flyway.configure()
        .dataSource(writer)
        .locations(migrations)
        .javaMigrations(more)
        .load()
        .migrate();
    readers = pool(file, SQLiteConfig.TransactionMode.DEFERRED, READER_CACHE_KIB, READERS);
    writes = new JdbcTemplate(writer);
    writing = transactions(writer);
    rowReads = new JdbcTemplate(readers);
    reads = JdbcClient.create(rowReads);
    reading = transactions(readers);
  }

  /** All of the work or nothing of it. */
  <T> T write(ConnectionCallback<T> work) {
    return Objects.requireNonNull(writing.execute(status -> writes.execute(work)));
  }

  /** The database as it is when the work begins. */
  <T> T read(Function<JdbcClient, T> work) {
    return Objects.requireNonNull(reading.execute(status -> work.apply(reads)));
  }

  /** For statements that are each a transaction of their own. */
  JdbcClient statements() {
    return JdbcClient.create(writer);
  }

  /** As {@link #read}, for many rows. */
  <T> T readRows(ConnectionCallback<T> work) {
    return Objects.requireNonNull(reading.execute(status -> rowReads.execute(work)));
  }

  @Override
  public void close() {
    readers.close();
    writer.close();
  }

  private static HikariDataSource pool(
      Path file, SQLiteConfig.TransactionMode mode, int cacheKib, int connections) {
    var config = new SQLiteConfig();
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    config.setSynchronous(SQLiteConfig.SynchronousMode.FULL);
    config.setTransactionMode(mode);
    config.setBusyTimeout(BUSY_TIMEOUT_MILLIS);
    config.setCacheSize(-cacheKib);
    var sqlite = new SQLiteDataSource(config);
    sqlite.setUrl("jdbc:sqlite:" + file);
    var pool = new HikariConfig();
    pool.setDataSource(sqlite);
    pool.setMaximumPoolSize(connections);
    pool.setMinimumIdle(1);
    pool.setConnectionTimeout(TURN_TIMEOUT_MILLIS);
    pool.setPoolName("usage-" + mode);
    return new HikariDataSource(pool);
  }

  private static TransactionTemplate transactions(DataSource source) {
    return new TransactionTemplate(new JdbcTransactionManager(source));
  }
}
