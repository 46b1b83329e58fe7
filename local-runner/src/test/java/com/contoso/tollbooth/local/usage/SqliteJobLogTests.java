package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.JobLogContract;
import java.nio.file.Path;
import org.flywaydb.core.Flyway;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteDataSource;

class SqliteJobLogTests extends JobLogContract {
  @TempDir Path home;
  private SqliteJobLog log;

  @BeforeEach
  void open() {
    var config = new SQLiteConfig();
    config.setBusyTimeout(10_000);
    config.setJournalMode(SQLiteConfig.JournalMode.WAL);
    var database = new SQLiteDataSource(config);
    database.setUrl("jdbc:sqlite:" + home.resolve("usage.db"));
    Flyway.configure().dataSource(database).locations("classpath:db/usage").load().migrate();
    log = new SqliteJobLog(JdbcClient.create(database));
  }

  @Override
  protected JobLog log() {
    return log;
  }
}
