package com.contoso.tollbooth.azure.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.azure.items.ItemBatch;
import com.contoso.tollbooth.azure.items.Items;
import com.contoso.tollbooth.usage.UsageLine;
import com.contoso.tollbooth.usage.ledger.DayOutcome;
import com.contoso.tollbooth.usage.ledger.SampleLines;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Counts request units for a day of the article's size, by the emulator's model of the published
 * charges: this design, and the one it replaces, which deletes the day's documents and inserts them
 * again, each time.
 */
class UsageRequestUnitTests {
  private static final Logger log = LoggerFactory.getLogger(UsageRequestUnitTests.class);
  private static final int LINES = 2_142;

  private final UsageDatabase database = new UsageDatabase();
  private final CosmosUsageLedger ledger =
      new CosmosUsageLedger(database.store, () -> NOW, Duration.ofHours(1));
  private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void paysForWhatChangedAndNotForTheDay() throws IOException {
    List<UsageLine> day = lines(0);
    Cost first = cost(1, day, DayOutcome.Kind.APPLIED);
    Cost same = cost(2, day, DayOutcome.Kind.UNCHANGED);
    Cost hundredth = cost(3, lines(100), DayOutcome.Kind.APPLIED);
    Cost again = deleteAndInsertAll();

    log.info(
        "A day of {} lines:\n  | | request units | RU a line | writes a line |\n{}{}{}{}",
        LINES,
        first.row("new"),
        same.row("unchanged"),
        hundredth.row("1 % changed"),
        again.row("deleted and inserted again, whatever changed"));
    assertThat(same.writes() / (double) LINES).isLessThanOrEqualTo(0.01);
    assertThat(same.units()).isLessThan(again.units() / 500);
    assertThat(hundredth.writes()).isLessThan(LINES / 50);
    assertThat(hundredth.units()).isLessThan(again.units() / 20);
    assertThat(first.units()).isLessThan(again.units());
  }

  private static List<UsageLine> lines(int changedEach) {
    return IntStream.range(0, LINES)
        .mapToObj(
            n ->
                SampleLines.line(
                        "0b1f6471-1bf0-4dda-aec3-cb9272f0959" + n % 3,
                        "/subscriptions/0b1f6471/resourceGroups/tolls-"
                            + n % 12
                            + "/providers/Microsoft.Compute/virtualMachines/booth-"
                            + n,
                        changedEach > 0 && n % changedEach == 0 ? "23.5" : "24")
                    .group("tolls-" + n % 12)
                    .cost("0.096")
                    .build())
        .toList();
  }

  private Cost cost(int run, List<UsageLine> lines, DayOutcome.Kind kind) throws IOException {
    database.emulator.resetCounters();
    DayOutcome outcome = ledger.apply(SampleLines.day(run, lines));
    assertThat(outcome.kind()).isEqualTo(kind);
    long heads = kind == DayOutcome.Kind.UNCHANGED ? 1 : 2;
    return new Cost(
        database.emulator.requestCharge(), outcome.written() + outcome.retired() + heads);
  }

  /** The same items in the same container, which indexes less than the prototype's did. */
  private Cost deleteAndInsertAll() {
    Items items = database.store.ledgerReads();
    List<Item> all = new ArrayList<>();
    for (int n = 0; n < 3; n++) {
      items.each(
          "0b1f6471-1bf0-4dda-aec3-cb9272f0959" + n + "|" + SampleLines.DAY,
          "SELECT * FROM c WHERE c.id > @from AND c.id < @to",
          LedgerNames.lines(SampleLines.ENROLLMENT),
          all::add);
    }
    assertThat(all).hasSize(LINES);
    database.emulator.resetCounters();
    for (Item each : all) {
      items.delete(each.id(), each.text("partition"));
    }
    for (String partition : all.stream().map(each -> each.text("partition")).distinct().toList()) {
      var batch = new ItemBatch(partition);
      for (Item each : all) {
        if (each.text("partition").equals(partition)) {
          if (!batch.hasRoomFor(each, Double.MAX_VALUE)) {
            assertThat(items.write(batch)).isPresent();
            batch = new ItemBatch(partition);
          }
          batch.create(each);
        }
      }
      assertThat(items.write(batch)).isPresent();
    }
    return new Cost(database.emulator.requestCharge(), 2L * LINES);
  }

  private record Cost(double units, long writes) {
    String row(String what) {
      return String.format(
          Locale.ROOT,
          "  | %s | %,.0f | %.2f | %.4f |%n",
          what,
          units,
          units / LINES,
          writes / (double) LINES);
    }
  }
}
