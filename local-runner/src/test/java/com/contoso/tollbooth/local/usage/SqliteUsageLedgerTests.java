package com.contoso.tollbooth.local.usage;

import static com.contoso.tollbooth.usage.ledger.SampleLines.day;
import static com.contoso.tollbooth.usage.ledger.SampleLines.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.UsageLine;
import com.contoso.tollbooth.usage.ledger.UsageLedger;
import com.contoso.tollbooth.usage.ledger.UsageLedgerContract;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SqliteUsageLedgerTests extends UsageLedgerContract {
  private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");

  @TempDir Path home;
  private UsageDatabase database;

  @BeforeEach
  void open() {
    database = new UsageDatabase(home.resolve("usage.db"));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Override
  protected UsageLedger ledger() {
    return new SqliteUsageLedger(database, () -> NOW);
  }

  @Override
  protected LedgerReader reader() {
    return new SqliteLedgerReader(database);
  }

  @Override
  protected Instant now() {
    return NOW;
  }

  /** Counted by SQLite itself: lines, rollups, the sheet, its rollups packed, and the head. */
  @Test
  void touchesNoMoreRowsThanChanged() throws IOException {
    List<UsageLine> lines = IntStream.range(0, 1_000).mapToObj(n -> vm(n, "1")).toList();
    ledger().apply(day(1, lines));

    long atFirst = rowsTouched();
    ledger().apply(day(2, lines.reversed()));
    assertThat(rowsTouched() - atFirst).isEqualTo(1);

    long before = rowsTouched();
    List<UsageLine> changed =
        IntStream.range(0, 1_000).mapToObj(n -> vm(n, n < 50 && n % 5 == 0 ? "2" : "1")).toList();
    assertThat(ledger().apply(day(3, changed)).written()).isEqualTo(10);
    assertThat(rowsTouched() - before).isEqualTo(10 + 10 + 1 + 1 + 1);
  }

  private static UsageLine vm(int number, String quantity) {
    return line("sub-" + number % 5, "vm-" + number, quantity)
        .group("g-" + number)
        .cost(quantity)
        .build();
  }

  /** Of the one connection that writes. */
  private long rowsTouched() {
    return database.write(
        connection -> {
          try (var count = connection.createStatement().executeQuery("SELECT total_changes()")) {
            count.next();
            return count.getLong(1);
          }
        });
  }
}
