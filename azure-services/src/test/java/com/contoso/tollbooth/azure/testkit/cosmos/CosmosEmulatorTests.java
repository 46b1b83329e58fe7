package com.contoso.tollbooth.azure.testkit.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.cosmos.CosmosContainer;
import com.azure.cosmos.CosmosException;
import com.azure.cosmos.models.CosmosContainerProperties;
import com.azure.cosmos.models.CosmosContainerResponse;
import com.azure.cosmos.models.CosmosItemRequestOptions;
import com.azure.cosmos.models.CosmosItemResponse;
import com.azure.cosmos.models.CosmosPatchItemRequestOptions;
import com.azure.cosmos.models.CosmosPatchOperations;
import com.azure.cosmos.models.CosmosQueryRequestOptions;
import com.azure.cosmos.models.PartitionKey;
import com.azure.cosmos.models.PartitionKeyDefinition;
import com.azure.cosmos.models.PartitionKeyDefinitionVersion;
import com.azure.cosmos.models.PartitionKind;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Databases, containers and documents. The official SDK is the judge. */
class CosmosEmulatorTests extends AgainstCosmosEmulator {

  private static CosmosItemRequestOptions ifMatch(String etag) {
    return new CosmosItemRequestOptions().setIfMatchETag(etag);
  }

  private static CosmosPatchOperations patch() {
    return CosmosPatchOperations.create();
  }

  private ObjectNode patched(CosmosPatchOperations operations) {
    return container
        .patchItem("1", new PartitionKey("W-1"), operations, ObjectNode.class)
        .getItem();
  }

  @Test
  void refusesAnotherKey() {
    CosmosEmulator other = new CosmosEmulator();
    other.close();

    assertThatThrownBy(() -> clientWith(other.key()).close())
        .hasMessageContaining("StatusCode: Unauthorized");
  }

  @Test
  void keepsAContainersDefinition() {
    CosmosContainerResponse read = container.read();

    CosmosContainerProperties properties = read.getProperties();
    assertThat(properties.getId()).isEqualTo("passages");
    assertThat(properties.getPartitionKeyDefinition().getPaths()).containsExactly("/plate");
    assertThat(properties.getPartitionKeyDefinition().getVersion())
        .isEqualTo(PartitionKeyDefinitionVersion.V2);
    assertThat(properties.getIndexingPolicy().getIncludedPaths()).hasSize(1);
    assertThat(read.getResponseHeaders()).containsEntry("x-ms-alt-content-path", "dbs/roads");
  }

  @Test
  void createsADatabaseAndAContainerOnce() {
    assertThat(client.createDatabaseIfNotExists("roads").getStatusCode()).isEqualTo(200);
    assertThat(client.createDatabaseIfNotExists("rails").getStatusCode()).isEqualTo(201);
    assertThat(database.createContainerIfNotExists(byPlate("passages")).getStatusCode())
        .isEqualTo(200);
    assertThat(database.createContainerIfNotExists(byPlate("tolls")).getStatusCode())
        .isEqualTo(201);
    assertThat(status(() -> client.createDatabase("roads"))).isEqualTo(409);
    assertThat(status(() -> database.createContainer(byPlate("passages")))).isEqualTo(409);
    assertThat(status(() -> database.getContainer("nowhere").read())).isEqualTo(404);
    assertThat(status(() -> client.getDatabase("nowhere").read())).isEqualTo(404);
  }

  @Test
  void refusesHierarchicalPartitionKeys() {
    PartitionKeyDefinition two =
        new PartitionKeyDefinition()
            .setPaths(List.of("/plate", "/day"))
            .setKind(PartitionKind.MULTI_HASH);

    assertThat(status(() -> database.createContainer(new CosmosContainerProperties("days", two))))
        .isEqualTo(400);
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
    assertThat(read.getItem().get("_ts").asLong()).isPositive();
    assertThat(read.getItem().get("_etag").asText()).isEqualTo(read.getETag());
    assertThat(read.getETag()).isEqualTo(created.getETag()).startsWith("\"");
    assertThat(read.getSessionToken()).contains("#");
    assertThat(read.getActivityId()).isNotBlank();
  }

  @Test
  void answersAWriteWithoutItsContentIfAsked() {
    CosmosItemResponse<ObjectNode> created =
        container.createItem(
            passage("1", "W-1"),
            new CosmosItemRequestOptions().setContentResponseOnWriteEnabled(false));

    assertThat(created.getItem()).isNull();
    assertThat(created.getETag()).isEqualTo(read("1", "W-1").getETag());
  }

  @Test
  void refusesASecondDocumentOfTheSameIdInAPartition() {
    container.createItem(passage("1", "W-1"));
    container.createItem(passage("1", "W-2"));

    assertThat(status(() -> container.createItem(passage("1", "W-1")))).isEqualTo(409);
  }

  @Test
  void findsADocumentOnlyInItsPartition() {
    container.createItem(passage("1", "W-1"));

    assertThat(status(() -> read("1", "W-2"))).isEqualTo(404);
    assertThat(status(() -> read("2", "W-1"))).isEqualTo(404);
  }

  @Test
  void tellsThatADocumentIsUnchanged() {
    String etag = container.createItem(passage("1", "W-1")).getETag();
    CosmosItemRequestOptions unless = new CosmosItemRequestOptions().setIfNoneMatchETag(etag);
    PartitionKey plate = new PartitionKey("W-1");

    assertThat(container.readItem("1", plate, unless, ObjectNode.class).getStatusCode())
        .isEqualTo(304);
    container.upsertItem(passage("1", "W-1"));
    assertThat(container.readItem("1", plate, unless, ObjectNode.class).getStatusCode())
        .isEqualTo(200);
  }

  @Test
  void upserts() {
    CosmosItemResponse<ObjectNode> first = container.upsertItem(passage("1", "W-1").put("lane", 1));
    CosmosItemResponse<ObjectNode> second =
        container.upsertItem(passage("1", "W-1").put("lane", 2), ifMatch(first.getETag()));

    assertThat(first.getStatusCode()).isEqualTo(201);
    assertThat(second.getStatusCode()).isEqualTo(200);
    assertThat(second.getETag()).isNotEqualTo(first.getETag());
    assertThat(second.getItem().get("_rid")).isEqualTo(first.getItem().get("_rid"));
    assertThat(read("1", "W-1").getItem().get("lane").asInt()).isEqualTo(2);
    assertThat(status(() -> container.upsertItem(passage("1", "W-1"), ifMatch(first.getETag()))))
        .isEqualTo(412);
    assertThat(container.upsertItem(passage("2", "W-1"), ifMatch("\"none\"")).getStatusCode())
        .isEqualTo(201);
  }

  @Test
  void replacesOnlyWhatWasRead() {
    String etag = container.createItem(passage("1", "W-1").put("lane", 1)).getETag();
    PartitionKey plate = new PartitionKey("W-1");

    CosmosItemResponse<ObjectNode> replaced =
        container.replaceItem(passage("1", "W-1").put("lane", 2), "1", plate, ifMatch(etag));

    assertThat(replaced.getStatusCode()).isEqualTo(200);
    assertThat(replaced.getETag()).isNotEqualTo(etag);
    assertThat(status(() -> container.replaceItem(passage("1", "W-1"), "1", plate, ifMatch(etag))))
        .isEqualTo(412);
    assertThat(status(() -> container.replaceItem(passage("2", "W-1"), "2", plate, ifMatch(null))))
        .isEqualTo(404);
    assertThat(read("1", "W-1").getItem().get("lane").asInt()).isEqualTo(2);
  }

  @Test
  void deletesOnlyWhatWasRead() {
    String etag = container.createItem(passage("1", "W-1")).getETag();
    PartitionKey plate = new PartitionKey("W-1");

    assertThat(status(() -> container.deleteItem("1", plate, ifMatch("\"other\"")))).isEqualTo(412);
    assertThat(container.deleteItem("1", plate, ifMatch(etag)).getStatusCode()).isEqualTo(204);
    assertThat(status(() -> container.deleteItem("1", plate, ifMatch(null)))).isEqualTo(404);
    assertThat(status(() -> read("1", "W-1"))).isEqualTo(404);
  }

  @Test
  void refusesADocumentOfAnotherPartition() {
    var refusal =
        refusal(
            () ->
                container.createItem(
                    passage("1", "W-1"), new PartitionKey("W-2"), new CosmosItemRequestOptions()));

    assertThat(refusal.getStatusCode()).isEqualTo(400);
    assertThat(refusal.getSubStatusCode()).isEqualTo(1001);
  }

  @Test
  void keepsADocumentWithoutAPartitionKey() {
    ObjectNode anonymous = passage("1", "").without("plate");

    container.createItem(anonymous);

    assertThat(container.readItem("1", PartitionKey.NONE, ObjectNode.class).getStatusCode())
        .isEqualTo(200);
    assertThat(status(() -> read("1", ""))).isEqualTo(404);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a b", "ÖBB+é", "100%", "a=b&c;d", "\"quoted\"", "日本"})
  void keepsUnusualIdsAndKeys(String text) {
    container.createItem(passage(text, text));

    assertThat(read(text, text).getItem().get("id").asText()).isEqualTo(text);
    assertThat(container.deleteItem(text, new PartitionKey(text), null).getStatusCode())
        .isEqualTo(204);
  }

  @ParameterizedTest
  @ValueSource(strings = {"a/b", "a\\b", "a?b", "a#b"})
  void refusesIdsThatNoPathCanName(String id) {
    assertThat(status(() -> container.createItem(passage(id, "W-1")))).isEqualTo(400);
  }

  @Test
  void refusesADocumentOfMoreThanTwoMegabytes() {
    String large = "x".repeat(2 * 1024 * 1024);

    assertThat(status(() -> container.createItem(passage("1", "W-1").put("photo", large))))
        .isEqualTo(413);
    assertThat(
            container
                .createItem(passage("1", "W-1").put("photo", large.substring(1024)))
                .getStatusCode())
        .isEqualTo(201);
  }

  @Test
  void patches() {
    String etag =
        container.createItem(passage("1", "W-1").put("lane", 1).put("toll", 1.5)).getETag();

    ObjectNode patched =
        patched(
            patch()
                .set("/lane", 2)
                .add("/axles", List.of(1, 3))
                .add("/axles/1", 2)
                .add("/axles/-", 4)
                .set("/axles/0", 0)
                .set("/owner", Map.of("name", "A/B"))
                .add("/owner/city", "Wien")
                .increment("/passes", 3)
                .increment("/toll", 0.25)
                .remove("/owner/name"));

    assertThat(patched.get("lane").asInt()).isEqualTo(2);
    assertThat(patched.get("axles").toString()).isEqualTo("[0,2,3,4]");
    assertThat(patched.get("owner").toString()).isEqualTo("{\"city\":\"Wien\"}");
    assertThat(patched.get("passes").asInt()).isEqualTo(3);
    assertThat(patched.get("toll").asDouble()).isEqualTo(1.75);
    assertThat(patched.get("_etag").asText()).isNotEqualTo(etag);
    assertThat(patched(patch().increment("/passes", -1)).get("passes").asInt()).isEqualTo(2);
    assertThat(patched(patch().remove("/axles/0")).get("axles").toString()).isEqualTo("[2,3,4]");
  }

  @Test
  void patchesOnlyUnderItsCondition() {
    String etag = container.createItem(passage("1", "W-1").put("lane", 1)).getETag();
    PartitionKey plate = new PartitionKey("W-1");
    CosmosPatchItemRequestOptions inLaneOne =
        new CosmosPatchItemRequestOptions().setFilterPredicate("FROM c WHERE c.lane = 1");
    CosmosPatchItemRequestOptions asRead = new CosmosPatchItemRequestOptions();
    asRead.setIfMatchETag(etag);

    container.patchItem("1", plate, patch().set("/lane", 2), inLaneOne, ObjectNode.class);

    assertThat(
            status(
                () ->
                    container.patchItem(
                        "1", plate, patch().set("/lane", 3), inLaneOne, ObjectNode.class)))
        .isEqualTo(412);
    assertThat(
            status(
                () ->
                    container.patchItem(
                        "1", plate, patch().set("/lane", 3), asRead, ObjectNode.class)))
        .isEqualTo(412);
    assertThat(read("1", "W-1").getItem().get("lane").asInt()).isEqualTo(2);
  }

  @Test
  void refusesAPatchThatCannotBeApplied() {
    container.createItem(passage("1", "W-1").put("lane", 1).put("name", "x"));

    assertThat(status(() -> patched(patch().set("/lane", 2).remove("/nothing")))).isEqualTo(400);
    assertThat(status(() -> patched(patch().replace("/nothing", 1)))).isEqualTo(400);
    assertThat(status(() -> patched(patch().increment("/name", 1)))).isEqualTo(400);
    assertThat(status(() -> patched(patch().set("/no/parent", 1)))).isEqualTo(400);
    assertThat(status(() -> patched(patch().set("/id", "2")))).isEqualTo(400);
    assertThat(status(() -> patched(patch().set("/plate", "W-2")))).isEqualTo(400);
    assertThat(status(() -> patched(patch().set("/_etag", "x")))).isEqualTo(400);
    assertThat(status(() -> patched(patch().move("/lane", "/track")))).isEqualTo(400);
    CosmosPatchOperations eleven = patch();
    for (int i = 0; i < 11; i++) {
      eleven.set("/p" + i, i);
    }
    assertThat(status(() -> patched(eleven))).isEqualTo(400);
    assertThat(read("1", "W-1").getItem().get("lane").asInt()).isEqualTo(1);
    assertThat(
            status(
                () ->
                    container.patchItem(
                        "2", new PartitionKey("W-1"), patch().set("/a", 1), ObjectNode.class)))
        .isEqualTo(404);
  }

  @Test
  void knowsContainersWhosePartitionKeyHasTheFirstVersion() {
    database.createContainer("old", "/owner/plate");
    CosmosContainer old = database.getContainer("old");
    for (int i = 0; i < 20; i++) {
      ObjectNode item = passage("p" + i, "").without("plate");
      item.putObject("owner").put("plate", "W-" + i);
      old.createItem(item);
    }

    assertThat(
            old.readItem("p7", new PartitionKey("W-7"), ObjectNode.class)
                .getItem()
                .get("id")
                .asText())
        .isEqualTo("p7");
    long all =
        old.getFeedRanges().stream()
            .mapToLong(
                range -> {
                  long found =
                      old
                          .queryItems(
                              "SELECT * FROM c",
                              new CosmosQueryRequestOptions().setFeedRange(range),
                              ObjectNode.class)
                          .stream()
                          .count();
                  assertThat(found).isBetween(1L, 19L);
                  return found;
                })
            .sum();
    assertThat(all).isEqualTo(20);
  }

  @Test
  void letsOneOfManyWritersWin() throws Exception {
    String etag = container.createItem(passage("1", "W-1").put("lane", 0)).getETag();
    List<Callable<Integer>> creations =
        IntStream.range(0, 8)
            .<Callable<Integer>>mapToObj(
                i -> () -> statusOf(() -> container.createItem(passage("2", "W-1").put("lane", i))))
            .toList();
    List<Callable<Integer>> replacements =
        IntStream.range(0, 8)
            .<Callable<Integer>>mapToObj(
                i ->
                    () ->
                        statusOf(
                            () ->
                                container.replaceItem(
                                    passage("1", "W-1").put("lane", i),
                                    "1",
                                    new PartitionKey("W-1"),
                                    ifMatch(etag))))
            .toList();

    try (ExecutorService writers = Executors.newFixedThreadPool(8)) {
      assertThat(outcomes(writers, creations)).containsOnlyOnce(201).containsOnly(201, 409);
      assertThat(outcomes(writers, replacements)).containsOnlyOnce(200).containsOnly(200, 412);
    }
  }

  private static int statusOf(Supplier<CosmosItemResponse<ObjectNode>> write) {
    try {
      return write.get().getStatusCode();
    } catch (CosmosException refused) {
      return refused.getStatusCode();
    }
  }

  private static List<Integer> outcomes(ExecutorService writers, List<Callable<Integer>> writes)
      throws Exception {
    List<Integer> outcomes = new ArrayList<>();
    for (Future<Integer> outcome : writers.invokeAll(writes)) {
      outcomes.add(outcome.get());
    }
    return outcomes;
  }
}
