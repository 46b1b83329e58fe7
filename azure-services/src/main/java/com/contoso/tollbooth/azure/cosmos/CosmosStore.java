package com.contoso.tollbooth.azure.cosmos;

import com.azure.cosmos.CosmosDatabase;
import com.contoso.tollbooth.azure.items.Items;
import io.micrometer.core.instrument.MeterRegistry;

/** The containers of the database. */
public final class CosmosStore {
  public static final String DATABASE = "tollbooth";
  public static final String PASSAGES = "passages";
  public static final String LEDGER = "ledger";
  public static final String EXPORTS = "exports";

  private final Items passages;
  private final Items ledger;
  private final Items exports;

  /**
   * @param meters where each call reports its request charge
   */
  public CosmosStore(CosmosDatabase database, MeterRegistry meters) {
    passages = new Items(database.getContainer(PASSAGES), meters);
    ledger = new Items(database.getContainer(LEDGER), meters);
    exports = new Items(database.getContainer(EXPORTS), meters);
  }

  Items passages() {
    return passages;
  }

  Items ledger() {
    return ledger;
  }

  Items exports() {
    return exports;
  }
}
