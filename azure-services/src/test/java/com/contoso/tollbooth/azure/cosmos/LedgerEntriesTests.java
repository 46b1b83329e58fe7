package com.contoso.tollbooth.azure.cosmos;

import static com.contoso.tollbooth.plate.SamplePassages.accepted;
import static com.contoso.tollbooth.plate.SamplePassages.doubtful;
import static com.contoso.tollbooth.plate.SamplePassages.passage;
import static com.contoso.tollbooth.plate.SamplePassages.uploaded;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.cosmos.CosmosException;
import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.billing.BillablePlate;
import com.contoso.tollbooth.billing.ExportWindow;
import com.contoso.tollbooth.plate.Jurisdiction;
import com.contoso.tollbooth.plate.LicensePlate;
import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.review.Resolution;
import com.contoso.tollbooth.review.Reviewer;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The interleavings that the package's page speaks of. */
class LedgerEntriesTests {
  private static final Instant TEN = Instant.parse("2026-03-01T10:00:00Z");
  private static final LedgerSettings SETTINGS = new LedgerSettings(Duration.ofMinutes(15), 4);
  private static final String ID = passage(1).id().value();

  private final TestDatabase database = new TestDatabase();
  private final CosmosPassageRegistry registry =
      new CosmosPassageRegistry(database.store, SETTINGS, database.stoppedClock());
  private final CosmosBillablePlates plates = new CosmosBillablePlates(database.store, SETTINGS);

  @AfterEach
  void close() {
    database.close();
  }

  private void at(Duration afterTen) {
    database.set(TEN.plus(afterTen));
  }

  private Item document() {
    return database.store.passages().read(ID, ID).orElseThrow();
  }

  /** Closes the window and gives all that is in it to billing. */
  private List<PassageId> export(Duration afterTen) {
    plates.closeWindow(TEN.plus(afterTen));
    var exported = new ArrayList<PassageId>();
    for (ExportWindow window : plates.unsettled()) {
      List<PassageId> rows =
          plates.page(window, null, 100).stream().map(BillablePlate::passage).toList();
      plates.settle(window, rows.size());
      exported.addAll(rows);
    }
    return exported;
  }

  /** A writer that dies after the passage is billable and before it is in the ledger. */
  private void dieBeforeTheEntry() {
    registry.receive(uploaded(1));
    LedgerHead.change(
        database.store.exports(),
        LedgerHead.beginning(TEN.toEpochMilli(), SETTINGS.buckets()),
        head -> Optional.empty());
    database.emulator.faults().next(100).method("POST").failed();
    assertThatThrownBy(() -> registry.accept(accepted(1))).isInstanceOf(CosmosException.class);
    database.emulator.faults().clear();
    assertThat(document().is("entered", false)).isTrue();
  }

  @Test
  void entersWhenTheMessageComesAgain() {
    at(Duration.ZERO);
    dieBeforeTheEntry();

    at(Duration.ofMinutes(2));
    assertThat(registry.accept(accepted(1))).isFalse();

    assertThat(export(Duration.ofHours(1))).containsExactly(passage(1).id());
  }

  @Test
  void entersALaterWindowWhenItsOwnIsClosed() {
    at(Duration.ZERO);
    dieBeforeTheEntry();
    assertThat(export(Duration.ofHours(1))).isEmpty();

    at(Duration.ofHours(3));
    registry.accept(accepted(1));

    assertThat(export(Duration.ofHours(4))).containsExactly(passage(1).id());
    assertThat(export(Duration.ofHours(5))).isEmpty();
  }

  @Test
  void entersNothingTwiceWhenOnlyTheMarkWasMissing() {
    at(Duration.ZERO);
    registry.accept(accepted(1));
    assertThat(export(Duration.ofHours(1))).containsExactly(passage(1).id());
    database.store.passages().replace(document().with("entered", false), ID);

    at(Duration.ofHours(3));
    registry.accept(accepted(1));

    assertThat(document().is("entered", true)).isTrue();
    assertThat(export(Duration.ofHours(5))).isEmpty();
  }

  @Test
  void takesTheEntryOfAWriterThatHungBack() {
    at(Duration.ZERO);
    dieBeforeTheEntry();
    Item hung = document();
    at(Duration.ofHours(3));
    registry.accept(accepted(1));

    at(Duration.ZERO);
    new LedgerEntries(database.store, SETTINGS, database.stoppedClock()).enter(hung);

    assertThat(export(Duration.ofHours(5))).containsExactly(passage(1).id());
  }

  @Test
  void leavesWhatIsYoungerThanTheMarginToTheNextWindow() {
    at(Duration.ofMinutes(50));
    registry.accept(accepted(1));

    assertThat(export(Duration.ofHours(1))).isEmpty();
    assertThat(export(Duration.ofHours(2))).containsExactly(passage(1).id());
  }

  @Test
  void recordsNothingInAClosedWindowWhoseClockLags() {
    at(Duration.ofMinutes(1));
    registry.accept(accepted(1));
    assertThat(export(Duration.ofHours(1))).containsExactly(passage(1).id());

    at(Duration.ofMinutes(2));
    registry.accept(accepted(2));

    assertThat(export(Duration.ofHours(2))).containsExactly(passage(2).id());
  }

  @Test
  void closesNoWindowAheadOfTheDatabasesClock() {
    registry.accept(accepted(1));
    Instant ahead = Instant.now().plus(Duration.ofDays(2));

    ExportWindow window =
        plates.closeWindow(Instant.ofEpochMilli(ahead.toEpochMilli())).orElseThrow();

    assertThat(window.to()).isBefore(Instant.now());
  }

  @Test
  void readsEveryBucketThatWasEverInUse() {
    at(Duration.ZERO);
    registry.accept(accepted(1));
    new CosmosPassageRegistry(
            database.store, new LedgerSettings(SETTINGS.margin(), 16), database.stoppedClock())
        .accept(accepted(2));
    new CosmosPassageRegistry(
            database.store, new LedgerSettings(SETTINGS.margin(), 2), database.stoppedClock())
        .accept(accepted(3));

    assertThat(export(Duration.ofHours(1)))
        .containsExactlyInAnyOrder(passage(1).id(), passage(2).id(), passage(3).id());
  }

  @Test
  void tellsReconciliationOfWhatHangs() {
    at(Duration.ZERO);
    dieBeforeTheEntry();
    var reviews = new CosmosReviewQueue(database.store, database.stoppedClock());
    reviews.add(doubtful(2));
    var plate = new Resolution.PlateEntered(new LicensePlate("ABC1234"), Jurisdiction.TX);
    reviews.resolve(passage(2).id(), new Reviewer("ana"), plate, TEN);
    registry.receive(uploaded(3));
    var known = new CosmosKnownPassages(database.store, () -> true, database.stoppedClock());
    var busy = new CosmosKnownPassages(database.store, () -> false, database.stoppedClock());
    assertThat(known.untold(10)).isEmpty();
    assertThat(known.stranded()).isEmpty();

    at(Duration.ofHours(2));

    assertThat(known.untold(10)).containsExactlyInAnyOrder(accepted(1), plate.of(passage(2)));
    assertThat(known.stranded()).containsExactly(uploaded(3));
    assertThat(busy.stranded()).isEmpty();
    assertThat(known.known(List.of(passage(1).id(), passage(3).id(), passage(9).id())))
        .containsExactlyInAnyOrder(passage(1).id(), passage(3).id());
  }

  @Test
  void keepsPlatesOutOfKeysAndMessages() {
    at(Duration.ZERO);
    registry.receive(uploaded(1));
    database.emulator.faults().next(100).method("POST").failed();
    assertThatThrownBy(() -> registry.accept(accepted(1)))
        .message()
        .doesNotContain(accepted(1).plate().text());
    database.emulator.faults().clear();
    registry.accept(accepted(1));

    String plate = accepted(1).plate().text();
    assertThat(document().id()).doesNotContain(plate);
    assertThat(LedgerEntries.slotOf(document()).name()).doesNotContain(plate);
  }
}
