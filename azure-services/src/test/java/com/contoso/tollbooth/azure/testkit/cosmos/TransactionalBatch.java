package com.contoso.tollbooth.azure.testkit.cosmos;

import com.contoso.tollbooth.azure.testkit.cosmos.PartitionedContainer.Outcome;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Up to a hundred operations and 2 MB on one logical partition: all of them are carried out, or
 * none. If one fails, the answer is 207 with its own status for that one and 424 for each of the
 * others.
 *
 * @see <a href="https://learn.microsoft.com/azure/cosmos-db/transactional-batch">Transactional
 *     batch operations</a>
 */
final class TransactionalBatch {
  private static final int MOST_OPERATIONS = 100;
  private static final int LARGEST_BATCH = 2 * 1024 * 1024;
  private static final int FAILED_DEPENDENCY = 424;

  private final PartitionedContainer container;
  private final PartitionKeyValue key;

  TransactionalBatch(PartitionedContainer container, PartitionKeyValue key) {
    this.container = container;
    this.key = key;
  }

  GatewayResponse execute(JsonNode operations) {
    if (!operations.isArray() || operations.isEmpty()) {
      throw CosmosFailure.badRequest("A batch needs an operation");
    }
    if (operations.size() > MOST_OPERATIONS) {
      throw CosmosFailure.badRequest("A batch has at most " + MOST_OPERATIONS + " operations");
    }
    if (operations.toString().getBytes(StandardCharsets.UTF_8).length > LARGEST_BATCH) {
      throw new CosmosFailure(413, 0, "Request size is too large");
    }
    try {
      return container.atomically(key, () -> all(operations));
    } catch (Failed failed) {
      return failed(operations.size(), failed);
    }
  }

  private GatewayResponse all(JsonNode operations) {
    ArrayNode results = GatewayRequest.JSON.createArrayNode();
    double charge = 0;
    for (JsonNode operation : operations) {
      Outcome outcome = one(results.size(), operation);
      charge += outcome.charge();
      ObjectNode result = results.addObject();
      result.put("statusCode", outcome.status());
      result.put("requestCharge", outcome.charge());
      if (outcome.status() != 204) {
        result.put("eTag", outcome.document().etag());
      }
      if (outcome.status() != 204 && outcome.status() != 304) {
        result.set("resourceBody", outcome.document().json());
      }
    }
    return new GatewayResponse(200, results, RequestCharge.rounded(charge));
  }

  private Outcome one(int index, JsonNode operation) {
    try {
      return one(operation);
    } catch (CosmosFailure failure) {
      throw new Failed(index, failure);
    }
  }

  private Outcome one(JsonNode operation) {
    String id = operation.path("id").asString("");
    Optional<String> ifMatch = operation.path("ifMatch").stringValueOpt();
    return switch (operation.path("operationType").asString("")) {
      case "Create" -> container.create(key, body(operation));
      case "Upsert" -> container.upsert(key, body(operation), ifMatch);
      case "Replace" -> container.replace(key, id, body(operation), ifMatch);
      case "Delete" -> container.delete(key, id, ifMatch);
      case "Patch" ->
          container.patch(
              key,
              id,
              new DocumentPatch(body(operation), container.partitionKey().path()),
              ifMatch);
      case "Read" -> container.read(key, id, operation.path("ifNoneMatch").stringValueOpt());
      default -> throw CosmosFailure.badRequest("Unknown operation in a batch: " + operation);
    };
  }

  private static ObjectNode body(JsonNode operation) {
    if (operation.path("resourceBody") instanceof ObjectNode body) {
      return body;
    }
    throw CosmosFailure.badRequest("An operation of the batch needs a body");
  }

  private static GatewayResponse failed(int operations, Failed failed) {
    ArrayNode results = GatewayRequest.JSON.createArrayNode();
    for (int i = 0; i < operations; i++) {
      ObjectNode result = results.addObject();
      if (i == failed.index) {
        result.put("statusCode", failed.failure.status());
        result.put("subStatusCode", failed.failure.substatus());
        result.put("requestCharge", RequestCharge.FAILURE);
      } else {
        result.put("statusCode", FAILED_DEPENDENCY).put("requestCharge", 0.0);
      }
    }
    return new GatewayResponse(207, results, RequestCharge.FAILURE);
  }

  private static final class Failed extends RuntimeException {
    private final int index;
    private final transient CosmosFailure failure;

    Failed(int index, CosmosFailure failure) {
      super(failure);
      this.index = index;
      this.failure = failure;
    }
  }
}
