package com.contoso.tollbooth.azure.usage;

import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.JobLogContract;
import org.junit.jupiter.api.AfterEach;

class CosmosJobLogTests extends JobLogContract {
  private final UsageDatabase database = new UsageDatabase();
  private final CosmosJobLog log = new CosmosJobLog(database.store);

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected JobLog log() {
    return log;
  }
}
