package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.ledger.LedgerReaderContract;
import com.contoso.tollbooth.usage.ledger.UsageLedger;
import java.nio.file.Path;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteLedgerReaderTests extends LedgerReaderContract {
  @TempDir Path folder;
  private UsageDatabase database;

  @Override
  protected UsageLedger ledger() {
    return new SqliteUsageLedger(database(), InstantSource.system());
  }

  @Override
  protected LedgerReader reader() {
    return new SqliteLedgerReader(database());
  }

  /** The contract fills it before any method of this class is called. */
  private UsageDatabase database() {
    if (database == null) {
      database = new UsageDatabase(folder.resolve("usage.db"));
    }
    return database;
  }

  @AfterEach
  void close() {
    database.close();
  }
}
