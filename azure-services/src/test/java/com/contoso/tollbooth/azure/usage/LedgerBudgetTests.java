package com.contoso.tollbooth.azure.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.azure.items.RequestBudget;
import com.contoso.tollbooth.usage.UsageLine;
import com.contoso.tollbooth.usage.ledger.SampleLines;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A day under budgets, on a clock that moves when somebody waits and 5 ms with each request. */
class LedgerBudgetTests {
  private static final Logger log = LoggerFactory.getLogger(LedgerBudgetTests.class);
  private static final Instant START = Instant.parse("2026-03-01T12:00:00Z");
  private static final int LINES = 600;

  @Test
  void spendsNoMoreInAnySecondAndTakesItsTime() throws IOException {
    Spending tight = post(400);
    Spending wide = post(4_000);

    log.info(
        "{} lines: {} at 400 RU/s (most in a second {}), {} at 4,000 (most in a second {})",
        LINES,
        tight.took(),
        tight.mostInASecond(),
        wide.took(),
        wide.mostInASecond());
    assertThat(tight.mostInASecond()).isLessThanOrEqualTo(400);
    assertThat(wide.mostInASecond()).isLessThanOrEqualTo(4_000).isGreaterThan(400);
    assertThat(tight.took()).isGreaterThan(wide.took().multipliedBy(5));
    assertThat(tight.sum()).isGreaterThan(LINES * 5);
  }

  private static Spending post(int perSecond) throws IOException {
    var spending = new Spending();
    var budget = RequestBudget.perSecond(perSecond, spending::now, spending::pass);
    try (var database = new UsageDatabase(budget)) {
      database.emulator.onCharge(spending::charge);
      new CosmosUsageLedger(database.store, spending::now, Duration.ofHours(1))
          .apply(SampleLines.day(1, lines()));
      assertThat(
              new CosmosUsageLedger(database.store, spending::now, Duration.ofHours(1))
                  .day(SampleLines.ENROLLMENT, SampleLines.DAY))
          .hasValueSatisfying(day -> assertThat(day.totals().lines()).isEqualTo(LINES));
      return spending;
    }
  }

  private static List<UsageLine> lines() {
    return IntStream.range(0, LINES)
        .mapToObj(n -> SampleLines.line("sub-" + n % 3, "vm-" + n, "1").build())
        .toList();
  }

  private static final class Spending {
    private final List<Charge> charges = new ArrayList<>();
    private Instant now = START;

    synchronized Instant now() {
      return now;
    }

    synchronized void pass(Duration time) {
      now = now.plus(time);
    }

    synchronized void charge(double units) {
      charges.add(new Charge(now, units));
      now = now.plusMillis(5);
    }

    synchronized Duration took() {
      return Duration.between(START, charges.getLast().at());
    }

    synchronized double sum() {
      return charges.stream().mapToDouble(Charge::units).sum();
    }

    synchronized double mostInASecond() {
      return charges.stream().mapToDouble(first -> from(first.at())).max().orElse(0);
    }

    private double from(Instant start) {
      return charges.stream()
          .filter(each -> !each.at().isBefore(start) && each.at().isBefore(start.plusSeconds(1)))
          .mapToDouble(Charge::units)
          .sum();
    }

    private record Charge(Instant at, double units) {}
  }
}
