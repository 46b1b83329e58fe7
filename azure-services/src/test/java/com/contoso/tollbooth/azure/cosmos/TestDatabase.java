package com.contoso.tollbooth.azure.cosmos;

import com.azure.cosmos.CosmosClient;
import com.azure.cosmos.CosmosClientBuilder;
import com.azure.cosmos.CosmosDatabase;
import com.contoso.tollbooth.azure.testkit.cosmos.CosmosEmulator;
import com.contoso.tollbooth.azure.testkit.cosmos.InfraContainers;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicLong;

/** An emulated account with the containers as infra makes them, under a clock that a test sets. */
public final class TestDatabase implements AutoCloseable {
  public final CosmosEmulator emulator = new CosmosEmulator();
  public final MeterRegistry meters = new SimpleMeterRegistry();
  public final CosmosStore store;
  private final CosmosClient client;
  private final AtomicLong now =
      new AtomicLong(Instant.parse("2026-03-01T12:00:00Z").toEpochMilli());

  public TestDatabase() {
    System.setProperty("COSMOS.EMULATOR_SERVER_CERTIFICATE_VALIDATION_DISABLED", "true");
    client =
        new CosmosClientBuilder()
            .endpoint(emulator.endpoint())
            .key(emulator.key())
            .gatewayMode()
            .endpointDiscoveryEnabled(false)
            .buildClient();
    client.createDatabase(CosmosStore.DATABASE);
    CosmosDatabase database = client.getDatabase(CosmosStore.DATABASE);
    InfraContainers.create(database);
    store = new CosmosStore(database, meters);
    emulator.resetCounters();
  }

  /** Ticks with each look, so that arrivals differ. */
  public InstantSource clock() {
    return () -> Instant.ofEpochMilli(now.getAndIncrement());
  }

  /** Stands still. */
  public InstantSource stoppedClock() {
    return () -> Instant.ofEpochMilli(now.get());
  }

  public void set(Instant instant) {
    now.set(instant.toEpochMilli());
  }

  @Override
  public void close() {
    client.close();
    emulator.close();
  }
}
