package com.contoso.tollbooth.azure.usage;

import static com.contoso.tollbooth.usage.ledger.SampleLines.DAY;
import static com.contoso.tollbooth.usage.ledger.SampleLines.ENROLLMENT;
import static com.contoso.tollbooth.usage.ledger.SampleLines.day;
import static com.contoso.tollbooth.usage.ledger.SampleLines.dayReading;
import static com.contoso.tollbooth.usage.ledger.SampleLines.line;
import static com.contoso.tollbooth.usage.ledger.SampleLines.partialDay;
import static com.contoso.tollbooth.usage.ledger.SampleLines.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contoso.tollbooth.azure.testkit.cosmos.CosmosOperation;
import com.contoso.tollbooth.usage.DayLines;
import com.contoso.tollbooth.usage.LedgerLine;
import com.contoso.tollbooth.usage.LedgerMoved;
import com.contoso.tollbooth.usage.LedgerScope;
import com.contoso.tollbooth.usage.Rollup;
import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.UsageLine;
import com.contoso.tollbooth.usage.UsageRights;
import com.contoso.tollbooth.usage.ledger.DayOutcome;
import com.contoso.tollbooth.usage.ledger.DayRevision;
import com.contoso.tollbooth.usage.ledger.LedgerMonth;
import com.contoso.tollbooth.usage.ledger.MonthState;
import com.contoso.tollbooth.usage.ledger.Restatement;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A ledger whose workers are cut off or overtaken, and whose database fails and throttles. */
class DisturbedLedgerTests {
  private static final int LINES = 300;
  private static final LedgerScope ALL = LedgerScope.of(new UsageRights.All(), YearMonth.from(DAY));
  private static final Instant NOW = Instant.parse("2026-04-01T12:00:00Z");

  private final UsageDatabase database = new UsageDatabase();
  private final CosmosUsageLedger ledger =
      new CosmosUsageLedger(database.store, () -> NOW, Duration.ofHours(1));

  @BeforeEach
  void fill() throws IOException {
    ledger.apply(day(1, lines("1")));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void failsWhoReadsForTooLongRatherThanMixingTwoDays() {
    var hasty = new CosmosUsageLedger(database.store, () -> NOW, Duration.ZERO);
    List<LedgerLine> seen = new ArrayList<>();

    assertThatThrownBy(
            () ->
                new CosmosLedgerReader(database.store)
                    .lines(
                        ALL,
                        line -> {
                          if (seen.isEmpty()) {
                            apply(hasty, day(2, lines("2")));
                            apply(hasty, day(3, lines("3")));
                          }
                          seen.add(line);
                        }))
        .isInstanceOf(LedgerMoved.class)
        .hasMessage(
            "%s of enrollment %s was applied again while it was read for longer than"
                    .formatted(DAY, ENROLLMENT)
                + " tollbooth.usage.longest-read; read it again");
    assertThat(seen).allMatch(each -> each.run().equals(run(1)));
    assertHolds("3", 3);
  }

  @Test
  void keepsWhatALineWasForAsLongAsSomebodyMayReadIt() throws IOException {
    Instant[] now = {NOW};
    var clocked = new CosmosUsageLedger(database.store, () -> now[0], Duration.ofHours(1));
    for (int run = 2; run <= 5; run++) {
      now[0] = now[0].plus(Duration.ofMinutes(10));
      clocked.apply(day(run, lines(Integer.toString(run))));
    }
    assertThat(versions()).containsOnly(5);

    now[0] = now[0].plus(Duration.ofHours(1));
    clocked.apply(day(6, lines("6")));

    assertThat(versions()).containsOnly(2);
  }

  /** Of each line. */
  private List<Integer> versions() {
    List<Integer> versions = new ArrayList<>();
    database
        .store
        .ledgerReads()
        .each(
            LedgerNames.sheet(new SubscriptionId("sub-1"), DAY),
            "SELECT * FROM c WHERE c.id > @from AND c.id < @to",
            LedgerNames.lines(ENROLLMENT),
            item -> versions.add(1 + ((List<?>) item.get("earlier")).size()));
    return versions;
  }

  private static void apply(CosmosUsageLedger ledger, DayRevision revision) {
    try {
      ledger.apply(revision);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void restatesTheWholeChangeThoughItsFirstHalfWasWrittenBefore() throws IOException {
    close(MonthState.CLOSED);
    assertThatThrownBy(() -> ledger.apply(dayReading(2, lines("2"), cutOffAt(250))))
        .isInstanceOf(IOException.class);
    assertHolds("1", 1);
    assertThat(ledger.restatements(ENROLLMENT, YearMonth.from(DAY))).isEmpty();

    ledger.apply(day(2, lines("2")));

    assertHolds("2", 2);
    List<Restatement> restatements = ledger.restatements(ENROLLMENT, YearMonth.from(DAY));
    assertThat(restatements).hasSize(1);
    assertThat(restatements.getFirst().differences())
        .allMatch(each -> each.added() == 0 && each.removed() == 0)
        .extracting(Restatement.Difference::changed)
        .containsExactly((long) LINES / 3, (long) LINES / 3, (long) LINES / 3);
  }

  @Test
  void takesBackWhatACutOffRunLeftWhenTheNextReportIsTheOldOne() throws IOException {
    close(MonthState.CLOSED);
    assertThatThrownBy(() -> ledger.apply(dayReading(2, lines("2"), cutOffAt(250))))
        .isInstanceOf(IOException.class);

    ledger.apply(day(3, lines("1")));

    assertHolds("1", 3);
    assertThat(ledger.restatements(ENROLLMENT, YearMonth.from(DAY))).isEmpty();
  }

  @Test
  void takesBackWhatADeadWorkerBeganWhereAReportWithRejectedLinesSaysNothing() throws IOException {
    List<UsageLine> next = new ArrayList<>(lines("2"));
    IntStream.range(LINES, LINES + 200)
        .mapToObj(n -> line("sub-" + n % 4, "vm-" + n, "1").cost("2").build())
        .forEach(next::add);
    int[] reading = {0};
    assertThatThrownBy(
            () ->
                ledger.apply(
                    dayReading(
                        2,
                        next,
                        each -> {
                          boolean breaksOff = reading[0]++ > 0;
                          next.subList(0, breaksOff ? LINES + 180 : next.size()).forEach(each);
                          if (breaksOff) {
                            throw new IOException("the process is gone");
                          }
                        })))
        .isInstanceOf(IOException.class);

    ledger.apply(partialDay(3, lines("1").subList(0, 1)));

    assertHolds("1", 3);
    ledger.apply(day(4, next));
    assertThat(held()).isEqualTo(LINES + 200);
  }

  private long held() {
    List<LedgerLine> lines = new ArrayList<>();
    new CosmosLedgerReader(database.store).lines(ALL, lines::add);
    return lines.size();
  }

  @Test
  void writesNothingMoreOnceANewerRunHasTheDay() throws IOException {
    boolean[] again = {false};
    DayLines overtaken =
        each -> {
          List<UsageLine> lines = lines("2");
          lines.subList(0, 250).forEach(each);
          if (again[0]) {
            ledger.apply(day(3, lines("3")));
          }
          again[0] = !again[0];
          lines.subList(250, LINES).forEach(each);
        };

    DayOutcome outcome = ledger.apply(dayReading(2, lines("2"), overtaken));

    assertThat(outcome.kind()).isEqualTo(DayOutcome.Kind.SUPERSEDED);
    assertHolds("3", 3);
  }

  @Test
  void isRightThoughAnswersAreLostAndTheDatabaseThrottlesAndFails() throws IOException {
    database.emulator.faults().next(2).operation(CosmosOperation.BATCH).lostAfterWrite();
    database.emulator.faults().next(1).operation(CosmosOperation.REPLACE).lostAfterWrite();
    ledger.apply(day(2, lines("2")));
    assertHolds("2", 2);

    database.emulator.faults().next(3).throttled(Duration.ofMillis(20));
    database.emulator.faults().next(2).operation(CosmosOperation.BATCH).unavailable();
    database.emulator.faults().next(1).operation(CosmosOperation.QUERY).timedOut();
    ledger.apply(day(3, lines("3")));
    assertHolds("3", 3);
    assertThat(database.emulator.faults().pending()).isZero();
  }

  private void close(MonthState state) {
    ledger.settle(new LedgerMonth(ENROLLMENT, YearMonth.from(DAY), state, NOW));
  }

  private static DayLines cutOffAt(int line) {
    int[] reading = {0};
    return each -> {
      boolean breaksOff = reading[0]++ > 0;
      lines("2").subList(0, breaksOff ? line : LINES).forEach(each);
      if (breaksOff) {
        throw new IOException("the process is gone");
      }
    };
  }

  private void assertHolds(String cost, int run) {
    var reader = new CosmosLedgerReader(database.store);
    List<LedgerLine> lines = new ArrayList<>();
    reader.lines(ALL, lines::add);
    List<Rollup> rollups = new ArrayList<>();
    reader.rollups(ALL, rollups::add);

    assertThat(lines)
        .hasSize(LINES)
        .allMatch(each -> each.cost().amount().compareTo(new BigDecimal(cost)) == 0);
    assertThat(rollups.stream().map(Rollup::cost).reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(new BigDecimal(cost).multiply(BigDecimal.valueOf(LINES)));
    assertThat(ledger.day(ENROLLMENT, DAY).orElseThrow().run()).isEqualTo(run(run));
  }

  private static List<UsageLine> lines(String cost) {
    return IntStream.range(0, LINES)
        .mapToObj(n -> line("sub-" + n % 3, "vm-" + n, "1").cost(cost).build())
        .toList();
  }
}
