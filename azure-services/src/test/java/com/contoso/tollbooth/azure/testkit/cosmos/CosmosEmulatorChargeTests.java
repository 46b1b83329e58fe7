package com.contoso.tollbooth.azure.testkit.cosmos;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.azure.cosmos.models.CosmosBatch;
import com.azure.cosmos.models.CosmosContainerProperties;
import com.azure.cosmos.models.CosmosItemRequestOptions;
import com.azure.cosmos.models.CosmosQueryRequestOptions;
import com.azure.cosmos.models.ExcludedPath;
import com.azure.cosmos.models.IndexingPolicy;
import com.azure.cosmos.models.PartitionKey;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Request charges, as the official SDK reads them, and the counters beside them. */
class CosmosEmulatorChargeTests extends AgainstCosmosEmulator {

  private static ObjectNode sized(String id, int kilobytes) {
    return passage(id, "W-1").put("photo", "x".repeat(kilobytes * 1024 - 350));
  }

  private void useContainerWithoutIndexes() {
    CosmosContainerProperties bare = byPlate("bare");
    bare.setIndexingPolicy(
        new IndexingPolicy()
            .setIncludedPaths(List.of())
            .setExcludedPaths(List.of(new ExcludedPath("/*"))));
    database.createContainer(bare);
    container = database.getContainer("bare");
  }

  @Test
  void chargesReadsBySize() {
    container.createItem(passage("small", "W-1"));
    container.createItem(sized("large", 100));

    assertThat(read("small", "W-1").getRequestCharge()).isEqualTo(1);
    assertThat(read("large", "W-1").getRequestCharge()).isCloseTo(10, within(0.1));
  }

  @Test
  void chargesWritesBySizeAndIndexes() {
    double indexed = container.createItem(passage("1", "W-1").put("lane", 1)).getRequestCharge();
    double wider =
        container
            .createItem(passage("2", "W-1").put("lane", 1).put("toll", 1).put("axles", 2))
            .getRequestCharge();
    useContainerWithoutIndexes();

    assertThat(wider - indexed).isCloseTo(0.4, within(0.001));
    assertThat(indexed).isBetween(5.5, 7.0);
    assertThat(container.createItem(passage("small", "W-1")).getRequestCharge()).isEqualTo(5);
    assertThat(container.createItem(sized("large", 100)).getRequestCharge())
        .isCloseTo(50, within(0.5));
  }

  @Test
  void chargesAReplacementTwice() {
    useContainerWithoutIndexes();
    container.createItem(passage("1", "W-1"));

    assertThat(
            container
                .replaceItem(passage("1", "W-1"), "1", new PartitionKey("W-1"), null)
                .getRequestCharge())
        .isEqualTo(10);
    assertThat(container.upsertItem(passage("1", "W-1")).getRequestCharge()).isEqualTo(10);
    assertThat(
            container
                .deleteItem("1", new PartitionKey("W-1"), new CosmosItemRequestOptions())
                .getRequestCharge())
        .isEqualTo(5);
  }

  @Test
  void chargesAQueryForEachRangeAndItem() {
    for (int i = 0; i < 10; i++) {
      container.createItem(passage("p" + i, "W-" + i));
    }

    double one = charge("SELECT * FROM c WHERE c.id = 'p1'", inPartition("W-1"));
    double none = charge("SELECT * FROM c WHERE c.id = 'none'", inPartition("W-1"));
    double all = charge("SELECT * FROM c", new CosmosQueryRequestOptions());

    assertThat(none).isCloseTo(2.3, within(0.01));
    assertThat(one).isCloseTo(2.39, within(0.01));
    assertThat(all).isCloseTo(2 * 2.3 + 10 * 0.09, within(0.05));
  }

  private double charge(String sql, CosmosQueryRequestOptions options) {
    return container
        .queryItems(sql, options, ObjectNode.class)
        .streamByPage()
        .mapToDouble(page -> page.getRequestCharge())
        .sum();
  }

  @Test
  void countsWhatWasAskedAndCharged() {
    container.createItem(passage("1", "W-1"));
    double created = emulator.requestCharge(CosmosOperation.CREATE);
    read("1", "W-1");
    read("1", "W-1");
    emulator.faults().next(1).throttled(Duration.ofMillis(1));
    read("1", "W-1");
    CosmosBatch batch = CosmosBatch.createCosmosBatch(new PartitionKey("W-1"));
    batch.createItemOperation(passage("2", "W-1"));
    batch.readItemOperation("1");
    double batched = container.executeCosmosBatch(batch).getRequestCharge();

    assertThat(created).isBetween(5.0, 7.0);
    assertThat(emulator.operations(CosmosOperation.CREATE)).isEqualTo(1);
    assertThat(emulator.operations(CosmosOperation.READ)).isEqualTo(4);
    assertThat(emulator.requestCharge(CosmosOperation.READ)).isEqualTo(3);
    assertThat(emulator.requestCharge(CosmosOperation.BATCH)).isEqualTo(batched);
    assertThat(batched).isCloseTo(created + 1, within(0.001));
    assertThat(emulator.requestCharge() - emulator.requestCharge(CosmosOperation.METADATA))
        .isCloseTo(created + 3 + batched, within(0.001));
    assertThat(emulator.operations()).isEqualTo(6 + emulator.operations(CosmosOperation.METADATA));
    emulator.resetCounters();
    assertThat(emulator.operations()).isZero();
    assertThat(emulator.requestCharge()).isZero();
  }
}
