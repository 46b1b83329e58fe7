package com.contoso.tollbooth.azure.usage;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.usage.Enrollments;
import com.contoso.tollbooth.usage.EnrollmentsContract;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;

class CosmosEnrollmentsTests extends EnrollmentsContract {
  private final UsageDatabase database = new UsageDatabase();
  private final CosmosEnrollments enrollments = new CosmosEnrollments(database.store);

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected Enrollments enrollments() {
    return enrollments;
  }

  @Override
  protected void enter(String number, Map<String, Object> document) {
    var item = new HashMap<>(document);
    item.put("id", number);
    database.store.enrollments().upsert(new Item(item), number);
  }
}
