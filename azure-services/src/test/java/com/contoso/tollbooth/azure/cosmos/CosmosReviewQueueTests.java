package com.contoso.tollbooth.azure.cosmos;

import com.contoso.tollbooth.review.ReviewQueue;
import com.contoso.tollbooth.review.ReviewQueueContract;
import org.junit.jupiter.api.AfterEach;

class CosmosReviewQueueTests extends ReviewQueueContract {
  private final TestDatabase database = new TestDatabase();
  private final CosmosReviewQueue queue = new CosmosReviewQueue(database.store, database.clock());

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected ReviewQueue queue() {
    return queue;
  }
}
