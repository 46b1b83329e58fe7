package com.contoso.tollbooth.azure.usage;

import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.ledger.LedgerReaderContract;
import com.contoso.tollbooth.usage.ledger.UsageLedger;
import java.time.Duration;
import java.time.InstantSource;
import org.junit.jupiter.api.AfterEach;

class CosmosLedgerReaderTests extends LedgerReaderContract {
  private final UsageDatabase database = new UsageDatabase();

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected UsageLedger ledger() {
    return new CosmosUsageLedger(database.store, InstantSource.system(), Duration.ofHours(1));
  }

  @Override
  protected LedgerReader reader() {
    return new CosmosLedgerReader(database.store);
  }
}
