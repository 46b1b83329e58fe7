package com.contoso.tollbooth.local.usage;

import static com.contoso.tollbooth.usage.ledger.SampleLines.DAY;
import static com.contoso.tollbooth.usage.ledger.SampleLines.ENROLLMENT;
import static com.contoso.tollbooth.usage.ledger.SampleLines.day;
import static com.contoso.tollbooth.usage.ledger.SampleLines.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.usage.LedgerScope;
import com.contoso.tollbooth.usage.Rollup;
import com.contoso.tollbooth.usage.UsageRights;
import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PackRollupsTests {
  @Test
  void packsWhatALedgerOfThePastHolds(@TempDir Path folder) throws IOException {
    Path file = folder.resolve("ledger.db");
    List<Rollup> before;
    try (var database = new UsageDatabase(file)) {
      fill(new SqliteUsageLedger(database, InstantSource.system()));
      before = rollups(database);
      forget(database);
    }

    try (var database = new UsageDatabase(file)) {
      assertThat(before).hasSize(4);
      assertThat(rollups(database)).isEqualTo(before);
    }
  }

  private static void fill(SqliteUsageLedger ledger) throws IOException {
    for (int n = 0; n < 2; n++) {
      ledger.apply(
          day(
              ENROLLMENT,
              DAY.plusDays(n),
              1,
              List.of(
                  line("sub-1", "vm-1", "1").on(DAY.plusDays(n)).cost("0.10").build(),
                  line("sub-1", "vm-2", "1").on(DAY.plusDays(n)).withoutCost().build(),
                  line("sub-2", "vm-3", "1").on(DAY.plusDays(n)).currency("USD").build())));
    }
  }

  /** As it was before rollups were packed. */
  private static void forget(UsageDatabase database) {
    database.statements().sql("DROP TABLE packed_rollups").update();
    database
        .statements()
        .sql("DELETE FROM flyway_schema_history WHERE version IN ('2', '3')")
        .update();
  }

  private static List<Rollup> rollups(UsageDatabase database) {
    List<Rollup> rollups = new ArrayList<>();
    new SqliteLedgerReader(database)
        .rollups(LedgerScope.of(new UsageRights.All(), YearMonth.from(DAY)), rollups::add);
    return rollups;
  }
}
