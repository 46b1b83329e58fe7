package com.contoso.tollbooth.azure.cosmos;

import com.contoso.tollbooth.billing.Conditions;
import com.contoso.tollbooth.billing.ConditionsContract;
import org.junit.jupiter.api.AfterEach;

class CosmosConditionsTests extends ConditionsContract {
  private final TestDatabase database = new TestDatabase();
  private final CosmosConditions conditions = new CosmosConditions(database.store);

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected Conditions conditions() {
    return conditions;
  }
}
