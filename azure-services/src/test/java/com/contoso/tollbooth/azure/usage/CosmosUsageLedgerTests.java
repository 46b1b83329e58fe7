package com.contoso.tollbooth.azure.usage;

import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.ledger.UsageLedger;
import com.contoso.tollbooth.usage.ledger.UsageLedgerContract;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

class CosmosUsageLedgerTests extends UsageLedgerContract {
  private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");

  private final UsageDatabase database = new UsageDatabase();
  private final CosmosUsageLedger ledger =
      new CosmosUsageLedger(database.store, () -> NOW, Duration.ofHours(1));
  private final CosmosLedgerReader reader = new CosmosLedgerReader(database.store);

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected UsageLedger ledger() {
    return ledger;
  }

  @Override
  protected LedgerReader reader() {
    return reader;
  }

  @Override
  protected Instant now() {
    return NOW;
  }
}
