package com.contoso.tollbooth.azure.cosmos;

import static com.contoso.tollbooth.plate.SamplePassages.uploaded;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.YearMonth;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class CosmosPhotosByMonthTests {
  private final TestDatabase database = new TestDatabase();
  private int photos;

  @AfterEach
  void close() {
    database.close();
  }

  private void receive(String at) {
    var item = PassageItems.received(uploaded(photos++), Instant.parse(at).toEpochMilli());
    database.store.passages().create(item, item.id());
  }

  @Test
  void countsEachPhotoInTheMonthItCame() {
    database.set(Instant.parse("2026-04-10T00:00:00Z"));
    var months = new CosmosPhotosByMonth(database.store, database.stoppedClock());
    assertThat(months.get()).isEmpty();

    receive("2026-01-31T23:59:59.999Z");
    receive("2026-02-01T00:00:00Z");
    receive("2026-02-28T12:00:00Z");
    receive("2026-04-01T00:00:00Z");
    assertThat(months.get())
        .containsExactly(
            Map.entry(YearMonth.of(2026, 1), 1L),
            Map.entry(YearMonth.of(2026, 2), 2L),
            Map.entry(YearMonth.of(2026, 4), 1L));

    receive("2026-04-09T00:00:00Z");
    assertThat(months.get()).containsEntry(YearMonth.of(2026, 4), 2L);
  }

  @Test
  void stillCountsAMonthThatHasJustEnded() {
    database.set(Instant.parse("2026-02-01T00:10:00Z"));
    var months = new CosmosPhotosByMonth(database.store, database.stoppedClock());
    receive("2026-01-31T23:59:59Z");
    assertThat(months.get()).containsEntry(YearMonth.of(2026, 1), 1L);

    receive("2026-01-31T23:59:59.500Z");
    assertThat(months.get()).containsEntry(YearMonth.of(2026, 1), 2L);
  }
}
