package com.contoso.tollbooth.azure.cosmos;

import static com.contoso.tollbooth.plate.SamplePassages.accepted;
import static com.contoso.tollbooth.plate.SamplePassages.doubtful;
import static com.contoso.tollbooth.plate.SamplePassages.passage;
import static com.contoso.tollbooth.plate.SamplePassages.uploaded;
import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.billing.BillablePlate;
import com.contoso.tollbooth.billing.ExportWindow;
import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.plate.PlateAccepted.Source;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts request units and operations by the emulator's model of the published charges, for this
 * design and for the one it replaces: one document for each plate, an export that loads all with
 * {@code exported = false} and replaces each.
 */
class RequestUnitTests {
  private static final Logger log = LoggerFactory.getLogger(RequestUnitTests.class);
  private static final int PHOTOS = 400;
  private static final int TO_REVIEW = PHOTOS / 4;
  private static final LedgerSettings SETTINGS = new LedgerSettings(Duration.ZERO, 16);

  private final TestDatabase database = new TestDatabase();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void exportingCostsAFractionOfMarkingEachPlate() {
    Cost saving = cost(this::save);
    Cost exporting = cost(this::export);
    Cost theirSaving = cost(this::saveAsTheReferenceDoes);
    Cost theirExporting = cost(this::exportAsTheReferenceDoes);

    log.info(
        "Per million photos, a quarter of them reviewed:\n"
            + "  | | request units | operations |\n"
            + saving.row("receive, decide, review")
            + exporting.row("export")
            + theirSaving.row("reference: save each plate")
            + theirExporting.row("reference: load all, replace each"));
    assertThat(exporting.units()).isLessThan(theirExporting.units() / 10);
    assertThat(exporting.operations()).isLessThan(theirExporting.operations() / 5);
    assertThat(saving.units() / PHOTOS).isLessThan(120);
  }

  private void save() {
    var registry = new CosmosPassageRegistry(database.store, SETTINGS, database.clock());
    var reviews = new CosmosReviewQueue(database.store, database.clock());
    for (int n = 0; n < PHOTOS; n++) {
      registry.receive(uploaded(n));
      if (n < TO_REVIEW) {
        reviews.add(doubtful(n));
        registry.accept(accepted(n, "ABC" + n, Source.MANUAL));
      } else {
        registry.accept(accepted(n));
      }
    }
  }

  private void export() {
    var plates = new CosmosBillablePlates(database.store, SETTINGS);
    ExportWindow window = plates.closeWindow(Instant.parse("2026-03-01T13:00:00Z")).orElseThrow();
    PassageId last = null;
    long rows = 0;
    List<BillablePlate> page = plates.page(window, null, 10_000);
    while (!page.isEmpty()) {
      rows += page.size();
      last = page.getLast().passage();
      page = plates.page(window, last, 10_000);
    }
    plates.settle(window, rows);
    assertThat(rows).isEqualTo(PHOTOS);
  }

  /** The same fields, in a partition for each booth. */
  private void saveAsTheReferenceDoes() {
    for (int n = 0; n < PHOTOS; n++) {
      Optional<Item> saved =
          database
              .store
              .ledger()
              .create(referenceItem(n).with("exported", false), "booth-" + n % 20);
      assertThat(saved).isPresent();
    }
  }

  private void exportAsTheReferenceDoes() {
    List<Item> all =
        database
            .store
            .ledger()
            .query("SELECT * FROM c WHERE c.exported = false", Map.of(), Integer.MAX_VALUE);
    assertThat(all).hasSize(PHOTOS);
    for (Item each : all) {
      assertThat(database.store.ledger().replace(each.with("exported", true), each.text("slot")))
          .isPresent();
    }
  }

  private static Item referenceItem(int n) {
    return Item.named("reference-" + passage(n).id().value())
        .with("slot", "booth-" + n % 20)
        .with("booth", "booth-" + n % 20)
        .with("capturedAt", passage(n).capturedAt().at().toEpochMilli())
        .with("plate", "ABC" + n)
        .with("jurisdiction", "TX")
        .with("confidence", 0.97)
        .with("source", "AUTOMATIC")
        .with("photo", passage(n).photo().value());
  }

  private Cost cost(Runnable work) {
    database.emulator.resetCounters();
    work.run();
    return new Cost(database.emulator.requestCharge(), database.emulator.operations());
  }

  private record Cost(double units, long operations) {
    String row(String what) {
      return String.format(
          Locale.ROOT,
          "  | %s | %,.0f M | %,.2f M |%n",
          what,
          units / PHOTOS,
          (double) operations / PHOTOS);
    }
  }
}
