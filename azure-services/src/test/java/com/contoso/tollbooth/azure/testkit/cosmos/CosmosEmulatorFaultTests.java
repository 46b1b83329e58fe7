package com.contoso.tollbooth.azure.testkit.cosmos;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.cosmos.CosmosEndToEndOperationLatencyPolicyConfigBuilder;
import com.azure.cosmos.models.CosmosBatch;
import com.azure.cosmos.models.CosmosItemRequestOptions;
import com.azure.cosmos.models.CosmosItemResponse;
import com.azure.cosmos.models.PartitionKey;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Faults, as the official SDK tells them to its caller. */
class CosmosEmulatorFaultTests extends AgainstCosmosEmulator {

  @Test
  void throttlesUntilTheSdkHasWaited() {
    emulator.faults().next(2).throttled(Duration.ofMillis(40));

    CosmosItemResponse<ObjectNode> created = container.createItem(passage("1", "W-1"));

    assertThat(created.getStatusCode()).isEqualTo(201);
    assertThat(created.getDuration()).isGreaterThanOrEqualTo(Duration.ofMillis(80));
    assertThat(emulator.operations(CosmosOperation.CREATE)).isEqualTo(3);
    assertThat(emulator.faults().pending()).isZero();
  }

  @Test
  void throttlesLongerThanTheSdkRetries() {
    emulator.faults().next(100).throttled(Duration.ofMillis(1));

    var refusal = refusal(() -> container.createItem(passage("1", "W-1")));

    assertThat(refusal.getStatusCode()).isEqualTo(429);
    assertThat(refusal.getRetryAfterDuration()).isEqualTo(Duration.ofMillis(1));
    emulator.faults().clear();
    assertThat(status(() -> read("1", "W-1"))).isEqualTo(404);
  }

  @Test
  void timesOut() {
    emulator.faults().next(1).timedOut();

    assertThat(status(() -> container.createItem(passage("1", "W-1")))).isEqualTo(408);
    assertThat(status(() -> read("1", "W-1"))).isEqualTo(404);
  }

  @Test
  void letsTheSdkRetryAConflictingWrite() {
    emulator.faults().next(2).conflicted();

    assertThat(container.createItem(passage("1", "W-1")).getStatusCode()).isEqualTo(201);
    assertThat(emulator.operations(CosmosOperation.CREATE)).isEqualTo(3);
  }

  @Test
  void tellsThatAPartitionIsGone() {
    container.createItem(passage("1", "W-1"));
    emulator.faults().next(1).partitionGone();

    var refusal = refusal(() -> read("1", "W-1"));

    assertThat(refusal.getStatusCode()).isEqualTo(410);
    assertThat(refusal.getSubStatusCode()).isEqualTo(1002);
  }

  @Test
  void letsTheSdkFindItsRangesAgainInAQuery() {
    container.createItem(passage("1", "W-1"));
    query("SELECT * FROM c");
    emulator.resetCounters();
    emulator.faults().next(1).operation(CosmosOperation.QUERY).partitionGone();

    assertThat(ids(query("SELECT * FROM c"))).containsExactly("1");
    assertThat(emulator.operations(CosmosOperation.QUERY)).isEqualTo(3);
    assertThat(emulator.operations(CosmosOperation.METADATA)).isPositive();
  }

  @Test
  void fails() {
    emulator.faults().next(1).failed();

    assertThat(status(() -> container.createItem(passage("1", "W-1")))).isEqualTo(500);
    assertThat(container.createItem(passage("1", "W-1")).getStatusCode()).isEqualTo(201);
  }

  @Test
  void isUnavailable() {
    emulator.faults().next(1).unavailable();

    assertThat(status(() -> container.createItem(passage("1", "W-1")))).isEqualTo(503);
    assertThat(container.createItem(passage("1", "W-1")).getStatusCode()).isEqualTo(201);
  }

  @Test
  void answersLateWhatItHasDoneInTime() {
    container.createItem(passage("2", "W-1")); // so that all that a first request needs is there
    emulator.faults().next(1).method("POST").delayed(Duration.ofMinutes(1));
    CosmosItemRequestOptions impatient =
        new CosmosItemRequestOptions()
            .setCosmosEndToEndOperationLatencyPolicyConfig(
                new CosmosEndToEndOperationLatencyPolicyConfigBuilder(Duration.ofSeconds(5))
                    .build());

    var refusal = refusal(() -> container.createItem(passage("1", "W-1"), impatient));

    assertThat(refusal.getStatusCode()).isEqualTo(408);
    assertThat(read("1", "W-1").getStatusCode()).isEqualTo(200);
  }

  @Test
  void losesTheAnswerOfAWriteThatWasApplied() {
    emulator.faults().next(1).lostAfterWrite();
    assertThat(status(() -> read("1", "W-1"))).isEqualTo(404);
    assertThat(query("SELECT * FROM c", inPartition("W-1"))).isEmpty();

    assertThat(status(() -> container.createItem(passage("1", "W-1")))).isEqualTo(503);

    assertThat(emulator.operations(CosmosOperation.CREATE)).isEqualTo(1);
    assertThat(read("1", "W-1").getStatusCode()).isEqualTo(200);
    assertThat(status(() -> container.createItem(passage("1", "W-1")))).isEqualTo(409);
  }

  @Test
  void losesTheAnswerOfABatchThatWasApplied() {
    emulator.faults().next(1).operation(CosmosOperation.BATCH).lostAfterWrite();
    CosmosBatch batch = CosmosBatch.createCosmosBatch(new PartitionKey("W-1"));
    batch.createItemOperation(passage("1", "W-1"));
    batch.createItemOperation(passage("2", "W-1"));

    assertThat(status(() -> container.executeCosmosBatch(batch))).isEqualTo(503);
    assertThat(query("SELECT * FROM c")).hasSize(2);
  }

  @Test
  void disturbsOnlyWhatMatches() {
    emulator.faults().next(1).method("PUT").failed();
    emulator.faults().next(1).operation(CosmosOperation.READ).unavailable();
    emulator.faults().next(1).operation(CosmosOperation.QUERY_PLAN).timedOut();

    assertThat(container.createItem(passage("1", "W-1")).getStatusCode()).isEqualTo(201);
    emulator.faults().next(1).resourceType("colls").timedOut();
    assertThat(emulator.faults().pending()).isEqualTo(4);
    assertThat(
            status(
                () ->
                    container.replaceItem(passage("1", "W-1"), "1", new PartitionKey("W-1"), null)))
        .isEqualTo(500);
    assertThat(status(() -> read("1", "W-1"))).isEqualTo(503);
    assertThat(status(() -> query("SELECT * FROM c"))).isEqualTo(408);
    assertThat(status(() -> container.read())).isEqualTo(408);
    assertThat(emulator.faults().pending()).isZero();
  }
}
