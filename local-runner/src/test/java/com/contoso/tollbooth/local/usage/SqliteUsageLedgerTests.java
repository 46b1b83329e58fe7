package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.ledger.UsageLedger;
import com.contoso.tollbooth.usage.ledger.UsageLedgerContract;
import java.nio.file.Path;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class SqliteUsageLedgerTests extends UsageLedgerContract {
  private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");

  @TempDir Path home;
  private UsageDatabase database;

  @BeforeEach
  void open() {
    database = new UsageDatabase(home.resolve("usage.db"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected UsageLedger ledger() {
    return new SqliteUsageLedger(database, () -> NOW);
  }

  @Override
  protected LedgerReader reader() {
    return new SqliteLedgerReader(database);
  }

  @Override
  protected Instant now() {
    return NOW;
  }
}
