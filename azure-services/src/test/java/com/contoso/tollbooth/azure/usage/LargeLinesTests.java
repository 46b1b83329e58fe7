package com.contoso.tollbooth.azure.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.usage.UsageLine;
import com.contoso.tollbooth.usage.ledger.DayOutcome;
import com.contoso.tollbooth.usage.ledger.SampleLines;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Lines as long as the Azure host lets them be, against the database's limit of 2 MB an item. */
class LargeLinesTests {
  /** {@code tollbooth.usage.max-line-bytes} of the Azure host, less what is not the tag. */
  private static final int TAG = 393_216 - 1_000;

  private final UsageDatabase database = new UsageDatabase();
  private final CosmosUsageLedger ledger =
      new CosmosUsageLedger(
          database.store, () -> Instant.parse("2026-04-01T12:00:00Z"), Duration.ofHours(1));

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void changesAsOftenAsItIsReported() throws IOException {
    for (int run = 1; run <= 8; run++) {
      assertThat(ledger.apply(SampleLines.day(run, List.of(large("vm", run)))).kind())
          .isEqualTo(DayOutcome.Kind.APPLIED);
    }
  }

  @Test
  void changesAndRetiresManyAtOnce() throws IOException {
    ledger.apply(SampleLines.day(1, IntStream.range(0, 12).mapToObj(n -> large("vm", n)).toList()));

    DayOutcome outcome =
        ledger.apply(
            SampleLines.day(2, IntStream.range(20, 26).mapToObj(n -> large("vm", n)).toList()));

    assertThat(outcome).isEqualTo(new DayOutcome(DayOutcome.Kind.APPLIED, 6, 6, 6));
  }

  @Test
  void entersManyWhoseTagsAllDiffer() throws IOException {
    List<UsageLine> lines = IntStream.range(0, 8).mapToObj(n -> large("vm-" + n, 1)).toList();

    assertThat(ledger.apply(SampleLines.day(1, lines)).written()).isEqualTo(8);
    assertThat(ledger.day(SampleLines.ENROLLMENT, SampleLines.DAY))
        .hasValueSatisfying(day -> assertThat(day.totals().lines()).isEqualTo(8));
  }

  private static UsageLine large(String resource, int quantity) {
    return SampleLines.line("sub", resource, "" + quantity)
        .tags(Map.of("note", resource + "x".repeat(TAG)))
        .build();
  }
}
