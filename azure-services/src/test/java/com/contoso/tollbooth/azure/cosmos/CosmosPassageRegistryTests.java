package com.contoso.tollbooth.azure.cosmos;

import static com.contoso.tollbooth.plate.SamplePassages.accepted;
import static com.contoso.tollbooth.plate.SamplePassages.passage;
import static com.contoso.tollbooth.plate.SamplePassages.uploaded;
import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.registry.PassageRegistry;
import com.contoso.tollbooth.registry.PassageRegistryContract;
import com.contoso.tollbooth.registry.PassageState;
import com.contoso.tollbooth.registry.Passages;
import com.contoso.tollbooth.review.ReviewQueue;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CosmosPassageRegistryTests extends PassageRegistryContract {
  private static final LedgerSettings SETTINGS = new LedgerSettings(Duration.ofMinutes(15), 4);
  private final TestDatabase database = new TestDatabase();
  private final CosmosPassageRegistry registry =
      new CosmosPassageRegistry(database.store, SETTINGS, database.clock());
  private final CosmosPassages passages = new CosmosPassages(database.store);
  private final CosmosReviewQueue reviews = new CosmosReviewQueue(database.store, database.clock());

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected PassageRegistry registry() {
    return registry;
  }

  @Override
  protected Passages passages() {
    return passages;
  }

  @Override
  protected ReviewQueue reviews() {
    return reviews;
  }

  @Test
  void letsOneOfManyWritersDecide() throws Exception {
    registry.receive(uploaded(1));
    try (var threads = Executors.newFixedThreadPool(6)) {
      List<Callable<Boolean>> writers =
          IntStream.range(0, 6)
              .mapToObj(n -> (Callable<Boolean>) () -> registry.accept(accepted(1)))
              .toList();
      assertThat(threads.invokeAll(writers)).extracting(Future::get).containsOnlyOnce(true);
    }
  }

  @Test
  void reportsWhatItsCallsCost() {
    registry.receive(uploaded(1));
    registry.accept(accepted(1));

    double reported =
        database.meters.find("tollbooth.cosmos.request.charge").counters().stream()
            .mapToDouble(counter -> counter.count())
            .sum();
    assertThat(reported).isPositive();
    assertThat(database.emulator.requestCharge()).isBetween(reported - 0.01, reported + 20);
    assertThat(
            database
                .meters
                .get("tollbooth.cosmos.request.charge")
                .tags("container", "ledger", "operation", "create")
                .counter()
                .count())
        .isPositive();
  }

  @Test
  void survivesWhatPasses() {
    database.emulator.faults().next(1).throttled(Duration.ofMillis(5));
    registry.receive(uploaded(1));
    database.emulator.faults().next(1).unavailable();
    database.emulator.faults().next(1).conflicted();
    registry.accept(accepted(1));
    database.emulator.faults().next(1).partitionGone();
    registry.receive(uploaded(2));

    assertThat(passages.counts().of(PassageState.BILLABLE)).isEqualTo(1);
    assertThat(passages.counts().of(PassageState.RECEIVED)).isEqualTo(1);
  }

  @Test
  void isRightWhenAnAnswerIsLostAfterTheWrite() {
    registry.receive(uploaded(1));
    database.emulator.faults().next(1).method("PUT").lostAfterWrite();

    registry.accept(accepted(1));

    assertThat(passages.find(passage(1).id()).orElseThrow().state())
        .isEqualTo(PassageState.BILLABLE);
    assertThat(database.store.passages().read(passage(1).id().value(), passage(1).id().value()))
        .hasValueSatisfying(item -> assertThat(item.is("entered", true)).isTrue());
  }
}
