package com.contoso.tollbooth.azure.cosmos;

import static com.contoso.tollbooth.plate.SamplePassages.accepted;

import com.contoso.tollbooth.billing.BillablePlates;
import com.contoso.tollbooth.billing.BillablePlatesContract;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;

class CosmosBillablePlatesTests extends BillablePlatesContract {
  /** None, so that the contract's clock alone says what is in a window. */
  private static final LedgerSettings AT_ONCE = new LedgerSettings(Duration.ZERO, 3);

  private final TestDatabase database = new TestDatabase();
  private final CosmosBillablePlates plates = new CosmosBillablePlates(database.store, AT_ONCE);

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected BillablePlates plates() {
    return plates;
  }

  @Override
  protected void record(int number, Instant at) {
    new CosmosPassageRegistry(database.store, AT_ONCE, () -> at).accept(accepted(number));
  }
}
