package com.contoso.tollbooth.azure.testkit.cosmos;

import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.azure.cosmos.CosmosClient;
import com.azure.cosmos.CosmosClientBuilder;
import com.azure.cosmos.CosmosContainer;
import com.azure.cosmos.CosmosDatabase;
import com.azure.cosmos.CosmosException;
import com.azure.cosmos.models.CosmosContainerProperties;
import com.azure.cosmos.models.CosmosItemResponse;
import com.azure.cosmos.models.CosmosQueryRequestOptions;
import com.azure.cosmos.models.PartitionKey;
import com.azure.cosmos.models.PartitionKeyDefinition;
import com.azure.cosmos.models.PartitionKeyDefinitionVersion;
import com.azure.cosmos.models.SqlParameter;
import com.azure.cosmos.models.SqlQuerySpec;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** The official SDK as a client of the emulator, with a container of passages by plate. */
abstract class AgainstCosmosEmulator {
  private static final ObjectMapper JSON = new ObjectMapper();

  static {
    System.setProperty("COSMOS.EMULATOR_SERVER_CERTIFICATE_VALIDATION_DISABLED", "true");
  }

  final CosmosEmulator emulator = new CosmosEmulator();
  CosmosClient client;
  CosmosDatabase database;
  CosmosContainer container;

  @BeforeEach
  final void createContainer() {
    client = clientWith(emulator.key());
    client.createDatabase("roads");
    database = client.getDatabase("roads");
    database.createContainer(byPlate("passages"));
    container = database.getContainer("passages");
    emulator.resetCounters();
  }

  @AfterEach
  final void close() {
    client.close();
    emulator.close();
  }

  final CosmosClient clientWith(String key) {
    return new CosmosClientBuilder()
        .endpoint(emulator.endpoint())
        .key(key)
        .gatewayMode()
        .endpointDiscoveryEnabled(false)
        .contentResponseOnWriteEnabled(true)
        .buildClient();
  }

  static CosmosContainerProperties byPlate(String name) {
    PartitionKeyDefinition plate =
        new PartitionKeyDefinition()
            .setPaths(List.of("/plate"))
            .setVersion(PartitionKeyDefinitionVersion.V2);
    return new CosmosContainerProperties(name, plate);
  }

  static ObjectNode passage(String id, String plate) {
    return JSON.createObjectNode().put("id", id).put("plate", plate);
  }

  final CosmosItemResponse<ObjectNode> read(String id, String plate) {
    return container.readItem(id, new PartitionKey(plate), ObjectNode.class);
  }

  static CosmosQueryRequestOptions inPartition(String plate) {
    return new CosmosQueryRequestOptions().setPartitionKey(new PartitionKey(plate));
  }

  final List<ObjectNode> query(
      String sql, CosmosQueryRequestOptions options, SqlParameter... parameters) {
    SqlQuerySpec spec = new SqlQuerySpec(sql, parameters);
    return container.queryItems(spec, options, ObjectNode.class).stream().toList();
  }

  final List<ObjectNode> query(String sql, SqlParameter... parameters) {
    return query(sql, new CosmosQueryRequestOptions(), parameters);
  }

  static List<String> ids(Iterable<ObjectNode> items) {
    List<String> ids = new ArrayList<>();
    items.forEach(item -> ids.add(item.get("id").asText()));
    return ids;
  }

  static CosmosException refusal(ThrowingCallable call) {
    return catchThrowableOfType(CosmosException.class, call);
  }

  static int status(ThrowingCallable call) {
    return refusal(call).getStatusCode();
  }
}
