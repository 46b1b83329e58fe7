package com.contoso.tollbooth.azure.usage;

import com.azure.cosmos.CosmosClient;
import com.azure.cosmos.CosmosClientBuilder;
import com.azure.cosmos.CosmosDatabase;
import com.contoso.tollbooth.azure.items.RequestBudget;
import com.contoso.tollbooth.azure.testkit.cosmos.CosmosEmulator;
import com.contoso.tollbooth.azure.testkit.cosmos.InfraContainers;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** An emulated account with the containers as infra makes them. */
final class UsageDatabase implements AutoCloseable {
  final CosmosEmulator emulator = new CosmosEmulator();
  final UsageStore store;
  private final CosmosClient client;

  UsageDatabase() {
    this(RequestBudget.unlimited());
  }

  UsageDatabase(RequestBudget budget) {
    System.setProperty("COSMOS.EMULATOR_SERVER_CERTIFICATE_VALIDATION_DISABLED", "true");
    client =
        new CosmosClientBuilder()
            .endpoint(emulator.endpoint())
            .key(emulator.key())
            .gatewayMode()
            .endpointDiscoveryEnabled(false)
            .buildClient();
    client.createDatabase("tollbooth");
    CosmosDatabase database = client.getDatabase("tollbooth");
    InfraContainers.create(database);
    store = new UsageStore(database, new SimpleMeterRegistry(), budget);
    emulator.resetCounters();
  }

  @Override
  public void close() {
    client.close();
    emulator.close();
  }
}
