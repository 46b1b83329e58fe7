package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.JobLogContract;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteJobLogTests extends JobLogContract {
  @TempDir Path home;
  private UsageDatabase database;

  @BeforeEach
  void open() {
    database = new UsageDatabase(home.resolve("jobs.db"), "classpath:db/usage-jobs");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected JobLog log() {
    return new SqliteJobLog(database.statements());
  }
}
