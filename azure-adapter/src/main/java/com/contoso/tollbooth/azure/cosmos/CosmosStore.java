package com.contoso.tollbooth.azure.cosmos;

import com.azure.cosmos.CosmosDatabase;

/** The containers of the database. */
public final class CosmosStore {
  public static final String DATABASE = "tollbooth";
  public static final String PASSAGES = "passages";
  public static final String LEDGER = "ledger";
  public static final String EXPORTS = "exports";

  private final Items passages;
  private final Items ledger;
  private final Items exports;

  public CosmosStore(CosmosDatabase database) {
    passages = new Items(database.getContainer(PASSAGES));
    ledger = new Items(database.getContainer(LEDGER));
    exports = new Items(database.getContainer(EXPORTS));
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
