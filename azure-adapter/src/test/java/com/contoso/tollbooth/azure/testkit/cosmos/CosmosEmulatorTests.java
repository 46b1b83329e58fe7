package com.contoso.tollbooth.azure.testkit.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.cosmos.CosmosClient;
import com.azure.cosmos.CosmosClientBuilder;
import com.azure.cosmos.CosmosContainer;
import com.azure.cosmos.CosmosException;
import com.azure.cosmos.models.CosmosItemRequestOptions;
import com.azure.cosmos.models.CosmosItemResponse;
import com.azure.cosmos.models.CosmosQueryRequestOptions;
import com.azure.cosmos.models.PartitionKey;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The official SDK is the judge of the emulator. */
class CosmosEmulatorTests {
  private static final ObjectMapper JSON = new ObjectMapper();

  static {
    System.setProperty("COSMOS.EMULATOR_SERVER_CERTIFICATE_VALIDATION_DISABLED", "true");
  }

  private final CosmosEmulator emulator = new CosmosEmulator();
  private CosmosClient client;
  private CosmosContainer container;

  @BeforeEach
  void createContainer() {
    client = client(emulator.key());
    client.createDatabase("roads");
    client.getDatabase("roads").createContainer("passages", "/plate");
    container = client.getDatabase("roads").getContainer("passages");
  }

  @AfterEach
  void close() {
    client.close();
    emulator.close();
  }

  private CosmosClient client(String key) {
    return new CosmosClientBuilder()
        .endpoint(emulator.endpoint())
        .key(key)
        .gatewayMode()
        .endpointDiscoveryEnabled(false)
        .contentResponseOnWriteEnabled(true)
        .buildClient();
  }

  private static ObjectNode passage(String id, String plate) {
    return JSON.createObjectNode().put("id", id).put("plate", plate);
  }

  private CosmosItemResponse<ObjectNode> read(String id, String plate) {
    return container.readItem(id, new PartitionKey(plate), ObjectNode.class);
  }

  @Test
  void createsAndReadsADocument() {
    CosmosItemResponse<ObjectNode> created =
        container.createItem(passage("1", "W-1").put("toll", 4.5));

    CosmosItemResponse<ObjectNode> read = read("1", "W-1");
    assertThat(created.getStatusCode()).isEqualTo(201);
    assertThat(created.getItem()).isEqualTo(read.getItem());
    assertThat(read.getStatusCode()).isEqualTo(200);
    assertThat(read.getItem().get("toll").asDouble()).isEqualTo(4.5);
    assertThat(read.getItem().has("_ts")).isTrue();
    assertThat(read.getETag()).isEqualTo(created.getETag()).startsWith("\"");
    assertThat(read.getSessionToken()).contains("#");
    assertThat(read.getActivityId()).isNotBlank();
  }

  @Test
  void queriesOnePartition() {
    for (int i = 0; i < 5; i++) {
      container.createItem(passage("p" + i, "W-1").put("lane", i));
      container.createItem(passage("p" + i, "W-2").put("lane", i));
    }

    List<ObjectNode> found =
        container
            .queryItems(
                "SELECT * FROM c WHERE c.lane >= 3",
                new CosmosQueryRequestOptions().setPartitionKey(new PartitionKey("W-1")),
                ObjectNode.class)
            .stream()
            .toList();

    assertThat(found).extracting(item -> item.get("id").asText()).containsExactly("p3", "p4");
  }

  @Test
  void refusesASecondDocumentOfTheSameId() {
    container.createItem(passage("1", "W-1"));
    container.createItem(passage("1", "W-2"));

    assertThatThrownBy(() -> container.createItem(passage("1", "W-1")))
        .isInstanceOfSatisfying(
            CosmosException.class, e -> assertThat(e.getStatusCode()).isEqualTo(409));
  }

  @Test
  void tellsThatADocumentIsUnchanged() {
    String etag = container.createItem(passage("1", "W-1")).getETag();

    CosmosItemResponse<ObjectNode> read =
        container.readItem(
            "1",
            new PartitionKey("W-1"),
            new CosmosItemRequestOptions().setIfNoneMatchETag(etag),
            ObjectNode.class);

    assertThat(read.getStatusCode()).isEqualTo(304);
  }
}
