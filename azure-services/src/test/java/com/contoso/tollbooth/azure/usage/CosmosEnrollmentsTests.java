package com.contoso.tollbooth.azure.usage;

import com.contoso.tollbooth.usage.Enrollments;
import com.contoso.tollbooth.usage.EnrollmentsContract;
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
}
