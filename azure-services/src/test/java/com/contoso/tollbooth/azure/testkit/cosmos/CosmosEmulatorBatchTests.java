package com.contoso.tollbooth.azure.testkit.cosmos;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.cosmos.models.CosmosBatch;
import com.azure.cosmos.models.CosmosBatchItemRequestOptions;
import com.azure.cosmos.models.CosmosBatchOperationResult;
import com.azure.cosmos.models.CosmosBatchResponse;
import com.azure.cosmos.models.CosmosPatchOperations;
import com.azure.cosmos.models.PartitionKey;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Transactional batches. The official SDK is the judge. */
class CosmosEmulatorBatchTests extends AgainstCosmosEmulator {

  private static CosmosBatch batch() {
    return CosmosBatch.createCosmosBatch(new PartitionKey("W-1"));
  }

  private static List<Integer> statuses(CosmosBatchResponse response) {
    return response.getResults().stream().map(CosmosBatchOperationResult::getStatusCode).toList();
  }

  @Test
  void carriesOutAllOperations() {
    container.createItem(passage("replaced", "W-1"));
    container.createItem(passage("deleted", "W-1"));
    CosmosBatch batch = batch();
    batch.createItemOperation(passage("created", "W-1").put("lane", 1));
    batch.upsertItemOperation(passage("upserted", "W-1"));
    batch.replaceItemOperation("replaced", passage("replaced", "W-1").put("lane", 2));
    batch.patchItemOperation("created", CosmosPatchOperations.create().increment("/lane", 4));
    batch.deleteItemOperation("deleted");
    batch.readItemOperation("created");

    CosmosBatchResponse response = container.executeCosmosBatch(batch);

    assertThat(response.isSuccessStatusCode()).isTrue();
    assertThat(response.getStatusCode()).isEqualTo(200);
    assertThat(statuses(response)).containsExactly(201, 201, 200, 200, 204, 200);
    CosmosBatchOperationResult read = response.getResults().get(5);
    assertThat(read.getItem(ObjectNode.class).get("lane").asInt()).isEqualTo(5);
    assertThat(read.getETag()).isEqualTo(read("created", "W-1").getETag());
    assertThat(ids(query("SELECT * FROM c", inPartition("W-1"))))
        .containsExactlyInAnyOrder("created", "upserted", "replaced");
    assertThat(response.getRequestCharge()).isPositive();
  }

  @Test
  void carriesOutNothingIfOneOperationFails() {
    String etag = container.createItem(passage("present", "W-1").put("lane", 1)).getETag();
    CosmosBatch batch = batch();
    batch.createItemOperation(passage("new", "W-1"));
    batch.upsertItemOperation(passage("present", "W-1").put("lane", 2));
    batch.createItemOperation(passage("present", "W-1"));
    batch.deleteItemOperation("present");

    CosmosBatchResponse response = container.executeCosmosBatch(batch);

    assertThat(response.isSuccessStatusCode()).isFalse();
    assertThat(response.getStatusCode()).isEqualTo(409);
    assertThat(statuses(response)).containsExactly(424, 424, 409, 424);
    assertThat(ids(query("SELECT * FROM c", inPartition("W-1")))).containsExactly("present");
    assertThat(read("present", "W-1").getETag()).isEqualTo(etag);
  }

  @Test
  void carriesOutNothingIfADocumentHasChanged() {
    String etag = container.createItem(passage("1", "W-1")).getETag();
    container.upsertItem(passage("1", "W-1").put("lane", 2));
    CosmosBatch batch = batch();
    batch.createItemOperation(passage("2", "W-1"));
    batch.replaceItemOperation(
        "1", passage("1", "W-1"), new CosmosBatchItemRequestOptions().setIfMatchETag(etag));

    CosmosBatchResponse response = container.executeCosmosBatch(batch);

    assertThat(response.getStatusCode()).isEqualTo(412);
    assertThat(statuses(response)).containsExactly(424, 412);
    assertThat(status(() -> read("2", "W-1"))).isEqualTo(404);
  }

  @Test
  void leavesAnEmptyPartitionEmptyIfItFails() {
    CosmosBatch batch = batch();
    batch.createItemOperation(passage("1", "W-1"));
    batch.readItemOperation("absent");

    CosmosBatchResponse response = container.executeCosmosBatch(batch);

    assertThat(response.getStatusCode()).isEqualTo(404);
    assertThat(query("SELECT * FROM c")).isEmpty();
  }

  @Test
  void refusesADocumentOfAnotherPartition() {
    CosmosBatch batch = batch();
    batch.createItemOperation(passage("1", "W-2"));

    assertThat(container.executeCosmosBatch(batch).getStatusCode()).isEqualTo(400);
    assertThat(query("SELECT * FROM c")).isEmpty();
  }

  @Test
  void hasAtMostTwoMegabytes() {
    String large = "x".repeat(700 * 1024);
    CosmosBatch two = batch();
    CosmosBatch three = batch();
    for (int n = 0; n < 3; n++) {
      ObjectNode passage = passage("" + n, "W-1").put("photo", large);
      three.createItemOperation(passage);
      if (n < 2) {
        two.createItemOperation(passage);
      }
    }

    assertThat(status(() -> container.executeCosmosBatch(three))).isEqualTo(413);
    assertThat(query("SELECT * FROM c")).isEmpty();
    assertThat(container.executeCosmosBatch(two).getStatusCode()).isEqualTo(200);
  }

  @Test
  void hasAtMostAHundredOperations() {
    CosmosBatch hundred = batch();
    CosmosBatch more = batch();
    for (int i = 0; i < 101; i++) {
      if (i < 100) {
        hundred.createItemOperation(passage("p" + i, "W-1"));
      }
      more.upsertItemOperation(passage("q" + i, "W-1"));
    }

    assertThat(container.executeCosmosBatch(hundred).isSuccessStatusCode()).isTrue();
    assertThat(status(() -> container.executeCosmosBatch(more))).isEqualTo(400);
    assertThat(query("SELECT * FROM c")).hasSize(100);
  }
}
