package com.contoso.tollbooth.usage.ledger;

import static com.contoso.tollbooth.usage.ledger.SampleLines.DAY;
import static com.contoso.tollbooth.usage.ledger.SampleLines.ENROLLMENT;
import static com.contoso.tollbooth.usage.ledger.SampleLines.day;
import static com.contoso.tollbooth.usage.ledger.SampleLines.dayReading;
import static com.contoso.tollbooth.usage.ledger.SampleLines.line;
import static com.contoso.tollbooth.usage.ledger.SampleLines.partialDay;
import static com.contoso.tollbooth.usage.ledger.SampleLines.ratedDay;
import static com.contoso.tollbooth.usage.ledger.SampleLines.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.contoso.tollbooth.usage.Cost;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.LedgerLine;
import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.LedgerScope;
import com.contoso.tollbooth.usage.LineId;
import com.contoso.tollbooth.usage.Rollup;
import com.contoso.tollbooth.usage.UsageLine;
import com.contoso.tollbooth.usage.UsageRights;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every usage ledger promises. */
public abstract class UsageLedgerContract {
  private static final YearMonth MONTH = YearMonth.from(DAY);
  private static final LedgerScope ALL = LedgerScope.of(new UsageRights.All(), MONTH);

  protected abstract UsageLedger ledger();

  protected abstract LedgerReader reader();

  /** The time by the clock that the ledger was given. */
  protected abstract Instant now();

  @Test
  void keepsALineWithEveryElement() throws IOException {
    UsageLine whole =
        line("sub-1", "/Subscriptions/x/VM-1", "1.2500000000000000000000025")
            .unitPrice("0.10")
            .cost("0.1250000000000000000000000250")
            .tags(Map.of("env", "prod", "own er", "\"ana\""))
            .further(Map.of("ServiceInfo1", "", "Ünknown", "ß"))
            .build();

    assertThat(ledger().apply(day(1, List.of(whole))))
        .isEqualTo(new DayOutcome(DayOutcome.Kind.APPLIED, 1, 1, 0));

    LedgerLine kept = lines().getFirst();
    assertThat(kept.enrollment()).isEqualTo(ENROLLMENT);
    assertThat(kept.run()).isEqualTo(run(1));
    assertThat(kept.cost())
        .isEqualTo(
            new Cost(new BigDecimal("0.125000000000000000000000025"), "EUR", Cost.Basis.REPORTED));
    assertThat(kept.line())
        .usingRecursiveComparison()
        .withComparatorForType(BigDecimal::compareTo, BigDecimal.class)
        .isEqualTo(whole);
    assertThat(ledger().day(ENROLLMENT, DAY)).hasValueSatisfying(UsageLedgerContract::countsOne);
  }

  private static void countsOne(LedgerDay day) {
    assertThat(day.run()).isEqualTo(run(1));
    assertThat(day.totals().lines()).isEqualTo(1);
    assertThat(day.totals().cost()).isEqualByComparingTo("0.125000000000000000000000025");
  }

  @Test
  void keepsEqualLinesEach() throws IOException {
    UsageLine twin = line("sub-1", "vm-1", "1").build();

    ledger().apply(day(1, List.of(twin, twin, twin)));
    assertThat(lines()).hasSize(3).extracting(LedgerLine::id).doesNotHaveDuplicates();

    assertThat(ledger().apply(day(2, List.of(twin, twin))))
        .isEqualTo(new DayOutcome(DayOutcome.Kind.APPLIED, 2, 0, 1));
    assertThat(lines()).hasSize(2);
  }

  @Test
  void writesAChangedQuantityOverItsLine() throws IOException {
    ledger().apply(day(1, List.of(line("sub-1", "vm-1", "1").build(), vm(2))));
    List<LineId> before = ids();

    assertThat(ledger().apply(day(2, List.of(vm(2), line("sub-1", "VM-1", "5").build()))))
        .isEqualTo(new DayOutcome(DayOutcome.Kind.APPLIED, 2, 1, 0));

    assertThat(ids()).isEqualTo(before);
    assertThat(lines())
        .extracting(each -> each.line().charge().quantity().toString())
        .containsExactlyInAnyOrder("5", "2");
    assertThat(lines())
        .filteredOn(each -> each.line().charge().quantity().intValue() == 5)
        .extracting(LedgerLine::run)
        .containsExactly(run(2));
  }

  @Test
  void retiresWhatVanishedAndTakesBackWhatReappears() throws IOException {
    ledger().apply(day(1, List.of(vm(1), vm(2))));
    List<LineId> before = ids();

    assertThat(ledger().apply(day(2, List.of(vm(1)))).retired()).isEqualTo(1);
    assertThat(lines()).hasSize(1);
    assertThat(costOfRollups()).isEqualByComparingTo("1");
    assertThat(ledger().apply(day(3, List.of())).retired()).isEqualTo(1);
    assertThat(lines()).isEmpty();
    assertThat(rollups()).isEmpty();

    assertThat(ledger().apply(day(4, List.of(vm(2), vm(1)))).written()).isEqualTo(2);
    assertThat(ids()).isEqualTo(before);
    assertThat(costOfRollups()).isEqualByComparingTo("2");
  }

  @Test
  void retiresNothingWhileLinesAreRejected() throws IOException {
    ledger().apply(day(1, List.of(vm(1), vm(2), other(3))));

    DayOutcome partial = ledger().apply(partialDay(2, List.of(vm(1, "7"))));

    assertThat(partial).isEqualTo(new DayOutcome(DayOutcome.Kind.APPLIED, 1, 1, 0));
    assertThat(lines()).hasSize(3);
    assertThat(ledger().day(ENROLLMENT, DAY).orElseThrow().totals().quantity())
        .isEqualByComparingTo("12");
    assertThat(ledger().apply(partialDay(3, List.of(vm(1, "7")))).kind())
        .isEqualTo(DayOutcome.Kind.UNCHANGED);
    assertThat(ledger().apply(day(4, List.of(vm(1, "7")))).retired()).isEqualTo(2);
    assertThat(lines()).hasSize(1);
  }

  @Test
  void tellsWhatBecameOfARevision() throws IOException {
    List<UsageLine> lines = List.of(vm(1), vm(2));

    assertThat(kind(day(2, lines))).isEqualTo(DayOutcome.Kind.APPLIED);
    assertThat(kind(day(2, lines.reversed()))).isEqualTo(DayOutcome.Kind.REPEATED);
    assertThat(kind(day(3, lines.reversed()))).isEqualTo(DayOutcome.Kind.UNCHANGED);
    assertThat(kind(day(2, List.of(vm(1))))).isEqualTo(DayOutcome.Kind.SUPERSEDED);
    assertThat(kind(day(3, List.of(vm(1))))).isEqualTo(DayOutcome.Kind.APPLIED);
    assertThat(lines()).hasSize(1);
    assertThat(ledger().day(ENROLLMENT, DAY).orElseThrow().run()).isEqualTo(run(3));
  }

  @Test
  void comparesDecimalsByValue() throws IOException {
    ledger().apply(day(1, List.of(line("sub-1", "vm-1", "1.50").cost("100").build())));

    assertThat(kind(day(2, List.of(line("sub-1", "vm-1", "1.5").cost("1E+2").build()))))
        .isEqualTo(DayOutcome.Kind.UNCHANGED);
  }

  @Test
  void pricesWhatHasNoCostAndPricesItAnewWithAnotherCard() throws IOException {
    List<UsageLine> lines =
        List.of(
            line("sub-1", "vm-1", "0.3333333333").meter("Meter-A").withoutCost().build(),
            line("sub-1", "vm-2", "2").meter("meter-b").withoutCost().currency("").build(),
            vm(3));

    ledger().apply(ratedDay(1, lines, card("v1", "0.0000000003")));
    assertThat(lines())
        .extracting(LedgerLine::cost)
        .containsExactlyInAnyOrder(
            new Cost(new BigDecimal("0.00000000009999999999"), "USD", Cost.Basis.RATED),
            new Cost(BigDecimal.ZERO, "USD", Cost.Basis.UNRATED),
            new Cost(BigDecimal.ONE, "EUR", Cost.Basis.REPORTED));
    assertThat(rollups()).extracting(Rollup::unrated).containsExactlyInAnyOrder(0L, 1L);

    assertThat(ledger().apply(ratedDay(1, lines, card("v2", "1"))))
        .isEqualTo(new DayOutcome(DayOutcome.Kind.APPLIED, 3, 1, 0));
    assertThat(costOfRollups()).isEqualByComparingTo("1.3333333333");
    ledger().apply(ratedDay(2, lines, RateCard.NONE));
    assertThat(lines())
        .filteredOn(each -> each.cost().basis() == Cost.Basis.UNRATED)
        .extracting(each -> each.cost().currency())
        .containsExactlyInAnyOrder("EUR", "XXX");
  }

  @Test
  void writesOnlyTheHundredthThatChanged() throws IOException {
    List<UsageLine> lines = manyLines(2_000);
    ledger().apply(day(1, lines));
    List<UsageLine> changed = new ArrayList<>(lines);
    for (int n = 0; n < 2_000; n += 100) {
      changed.set(n, vm(n, "77777"));
    }
    Collections.shuffle(changed, new Random(1));

    assertThat(ledger().apply(day(2, changed)))
        .isEqualTo(new DayOutcome(DayOutcome.Kind.APPLIED, 2_000, 20, 0));
    assertThat(lines()).filteredOn(each -> each.run().equals(run(2))).hasSize(20);
    assertThat(costOfLines()).isEqualByComparingTo(costOfRollups());
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
  void holdsTheNewestReportWhateverCameInWhicheverOrderHoweverOften(long seed) throws IOException {
    var random = new Random(seed);
    List<List<UsageLine>> reports = IntStream.range(0, 4).mapToObj(n -> randomDay(random)).toList();
    List<Integer> deliveries = new ArrayList<>(List.of(0, 0, 1, 1, 2, 2, 3, 3, 3));
    Collections.shuffle(deliveries, random);
    for (int report : deliveries) {
      List<UsageLine> lines = new ArrayList<>(reports.get(report));
      Collections.shuffle(lines, random);
      ledger().apply(day(report, lines));
    }

    assertHolds(reports.get(3), 3);
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4})
  void holdsTheNewestReportWhenSeveralComeAtOnce(long seed) throws Exception {
    var random = new Random(seed);
    List<List<UsageLine>> reports = IntStream.range(0, 3).mapToObj(n -> randomDay(random)).toList();
    try (var threads = Executors.newFixedThreadPool(4)) {
      List<Callable<DayOutcome>> deliveries =
          Stream.of(2, 0, 1, 2, 0, 1)
              .map(n -> (Callable<DayOutcome>) () -> ledger().apply(day(n, reports.get(n))))
              .toList();
      for (Future<DayOutcome> each : threads.invokeAll(deliveries)) {
        each.get();
      }
    }

    assertHolds(reports.get(2), 2);
  }

  /** The same ids, lines, rollups and totals as a ledger that saw nothing but this report. */
  private void assertHolds(List<UsageLine> report, int run) throws IOException {
    var lone = new EnrollmentNumber("lone");
    ledger().apply(day(lone, DAY, 0, report));
    assertThat(lines())
        .filteredOn(each -> each.enrollment().equals(ENROLLMENT))
        .extracting(LedgerLine::id, LedgerLine::line, LedgerLine::cost)
        .isEqualTo(
            lines().stream()
                .filter(each -> each.enrollment().equals(lone))
                .map(each -> tuple(each.id(), each.line(), each.cost()))
                .toList())
        .hasSize(report.size());
    LedgerDay day = ledger().day(ENROLLMENT, DAY).orElseThrow();
    LedgerDay expected = ledger().day(lone, DAY).orElseThrow();
    assertThat(day.run()).isEqualTo(run(run));
    assertThat(day.digest()).isEqualTo(expected.digest());
    assertThat(day.totals()).isEqualTo(expected.totals());
    assertThat(rollupsOf(ENROLLMENT)).isEqualTo(rollupsOf(lone));
  }

  private List<String> rollupsOf(EnrollmentNumber enrollment) {
    return rollups().stream()
        .filter(each -> each.dimensions().enrollment().equals(enrollment))
        .map(
            each ->
                each.dimensions().subscription()
                    + each.dimensions().resourceGroup()
                    + each.dimensions().tags()
                    + each.currency()
                    + each.lines()
                    + "/"
                    + each.unrated()
                    + each.cost().stripTrailingZeros())
        .sorted()
        .toList();
  }

  @Test
  void keepsWhatARejectedLineWasThoughOthersShareItsKey() throws IOException {
    UsageLine one = line("sub-1", "vm-1", "1").cost("10").build();
    UsageLine other = line("sub-1", "vm-1", "2").cost("2").build();
    UsageLine changed = line("sub-1", "vm-1", "3").cost("3").build();
    ledger().apply(day(1, List.of(one, other)));

    ledger().apply(partialDay(2, List.of(other)));
    assertThat(costs()).containsExactlyInAnyOrder("10", "2");
    assertThat(ledger().day(ENROLLMENT, DAY).orElseThrow().totals().cost())
        .isEqualByComparingTo("12");

    ledger().apply(partialDay(3, List.of(other, changed)));
    assertThat(costs()).containsExactlyInAnyOrder("2", "3");

    ledger().apply(day(4, List.of(one, other, changed)));
    assertThat(costs()).containsExactlyInAnyOrder("10", "2", "3");
  }

  @Test
  void changesNothingForAReportOfWhichSomeLinesWereRejectedAndTheRestIsKnown() throws IOException {
    var random = new Random(26);
    List<UsageLine> all = new ArrayList<>();
    for (int n = 0; n < 200; n++) {
      all.add(
          line("sub-" + n % 2, "vm-" + n % 7, Integer.toString(random.nextInt(9)))
              .cost(Integer.toString(random.nextInt(4)))
              .build());
    }
    ledger().apply(day(1, all));
    List<LedgerLine> before = lines();
    List<String> rollups = rollupsOf(ENROLLMENT);
    for (int run = 2; run < 12; run++) {
      Collections.shuffle(all, random);
      List<UsageLine> some = all.subList(0, random.nextInt(all.size()));

      DayOutcome outcome = ledger().apply(partialDay(run, some));

      assertThat(outcome).isEqualTo(new DayOutcome(DayOutcome.Kind.APPLIED, some.size(), 0, 0));
      assertThat(lines()).isEqualTo(before);
      assertThat(rollupsOf(ENROLLMENT)).isEqualTo(rollups);
    }
  }

  private List<String> costs() {
    return lines().stream().map(each -> each.line().charge().cost().toPlainString()).toList();
  }

  @Test
  void showsReadersNoHoleWhileADayIsApplied() throws Exception {
    List<UsageLine> stay = manyLines(500);
    ledger().apply(day(0, stay));
    var done = new AtomicBoolean();
    try (var thread = Executors.newSingleThreadExecutor()) {
      Future<List<Integer>> seen =
          thread.submit(
              () -> {
                List<Integer> counts = new ArrayList<>();
                while (!done.get() || counts.isEmpty()) {
                  List<LedgerLine> lines = lines();
                  assertThat(lines.stream().filter(UsageLedgerContract::stays)).hasSize(500);
                  counts.add(lines.size());
                }
                return counts;
              });
      try {
        for (int run = 1; run <= 12; run++) {
          List<UsageLine> lines = new ArrayList<>(stay);
          if (run % 2 == 1) {
            IntStream.range(1_000, 1_300).mapToObj(UsageLedgerContract::vm).forEach(lines::add);
          }
          ledger().apply(day(run, lines));
        }
      } finally {
        done.set(true);
      }
      assertThat(seen.get()).isSubsetOf(500, 800);
    }
  }

  @Test
  void tellsADayAsItStoodHoweverOftenItIsAppliedMeanwhile() throws IOException {
    ledger().apply(day(1, manyLines(1_200)));
    List<LedgerLine> before = lines();
    List<List<UsageLine>> revisions =
        List.of(
            IntStream.range(0, 1_200).mapToObj(n -> vm(n, "7" + n)).toList(),
            IntStream.range(600, 1_800).mapToObj(n -> vm(n, "8" + n)).toList(),
            manyLines(1_200),
            List.of());
    List<LedgerLine> seen = new ArrayList<>();

    reader()
        .lines(
            ALL,
            line -> {
              if (seen.isEmpty()) {
                for (int each = 0; each < revisions.size(); each++) {
                  apply(day(2 + each, revisions.get(each)));
                }
              }
              seen.add(line);
            });

    assertThat(seen).isEqualTo(before).hasSize(1_200);
    assertThat(lines()).isEmpty();
  }

  private void apply(DayRevision revision) {
    try {
      ledger().apply(revision);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean stays(LedgerLine line) {
    return line.line().charge().quantity().intValue() < 1_000;
  }

  @Test
  void leavesTheOldDayWhenCutOffHalfWay() throws IOException {
    ledger().apply(day(1, manyLines(50)));
    List<LedgerLine> before = lines();
    List<UsageLine> next = IntStream.range(30, 90).mapToObj(n -> vm(n, "5" + n)).toList();
    int[] reading = {0};

    assertThatThrownBy(
            () ->
                ledger()
                    .apply(
                        dayReading(
                            2,
                            next,
                            each -> {
                              boolean breaksOff = reading[0]++ > 0;
                              next.subList(0, breaksOff ? 30 : 60).forEach(each);
                              if (breaksOff) {
                                throw new IOException("the disk is gone");
                              }
                            })))
        .isInstanceOf(IOException.class);
    assertThat(reading[0]).isEqualTo(2);
    assertThat(lines()).isEqualTo(before);
    assertThat(costOfRollups()).isEqualByComparingTo("50");

    assertThat(kind(day(2, next))).isEqualTo(DayOutcome.Kind.APPLIED);
    assertThat(lines()).hasSize(60);
  }

  @Test
  void refusesAFileThatIsNotWhatItsTotalsSayOrThatChangesMeanwhile() throws IOException {
    List<UsageLine> said = List.of(vm(1), vm(2));
    assertThatThrownBy(() -> ledger().apply(dayReading(1, said, List.of(vm(1))::forEach)))
        .isInstanceOf(IOException.class);
    boolean[] again = {false};
    assertThatThrownBy(
            () ->
                ledger()
                    .apply(
                        dayReading(
                            1,
                            said,
                            each -> {
                              (again[0] ? List.of(vm(1), vm(2, "9")) : said).forEach(each);
                              again[0] = true;
                            })))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("changed");
    assertThat(lines()).isEmpty();
    assertThat(ledger().day(ENROLLMENT, DAY)).isEmpty();
  }

  @Test
  void sumsExactly() throws IOException {
    String long25 = "0.1234567890123456789012345";
    List<UsageLine> lines =
        IntStream.range(0, 300)
            .mapToObj(n -> line("sub-" + n % 3, "vm-" + n, long25).cost(long25).build())
            .toList();

    ledger().apply(day(1, lines));

    BigDecimal sum = new BigDecimal(long25).multiply(BigDecimal.valueOf(300));
    assertThat(costOfRollups()).isEqualByComparingTo(sum);
    assertThat(costOfLines()).isEqualByComparingTo(sum);
    assertThat(ledger().day(ENROLLMENT, DAY).orElseThrow().totals().cost())
        .isEqualByComparingTo(sum);
  }

  @Test
  void listsTheDaysOfAMonth() throws IOException {
    for (int n : new int[] {3, 1, 2}) {
      ledger()
          .apply(
              day(
                  ENROLLMENT,
                  MONTH.atDay(n),
                  1,
                  List.of(line("sub-1", "vm-1", "1").on(MONTH.atDay(n)).build())));
    }
    ledger().apply(day(ENROLLMENT, MONTH.plusMonths(1).atDay(1), 1, List.of()));

    assertThat(ledger().days(ENROLLMENT, MONTH))
        .extracting(LedgerDay::day)
        .containsExactly(MONTH.atDay(1), MONTH.atDay(2), MONTH.atDay(3));
    assertThat(ledger().days(new EnrollmentNumber("200"), MONTH)).isEmpty();
  }

  @Test
  void keepsAMonthsStateAndNeverTakesItBack() {
    Instant at = Instant.parse("2026-03-01T00:00:00Z");
    settle(MonthState.SETTLING, at);
    settle(MonthState.OPEN, at.plusSeconds(1));
    settle(MonthState.SETTLING, at.plusSeconds(2));
    assertThat(ledger().month(ENROLLMENT, MONTH))
        .contains(new LedgerMonth(ENROLLMENT, MONTH, MonthState.SETTLING, at));

    settle(MonthState.CLOSED, at.plusSeconds(3));
    ledger().settle(new LedgerMonth(ENROLLMENT, MONTH.plusMonths(1), MonthState.OPEN, at));
    assertThat(ledger().months())
        .extracting(LedgerMonth::state)
        .containsExactly(MonthState.OPEN, MonthState.CLOSED);
  }

  @Test
  void restatesNothingInAMonthThatWasNotClosed() throws IOException {
    settle(MonthState.SETTLING, now());
    ledger().apply(day(1, List.of(vm(1))));
    ledger().apply(day(2, List.of(vm(2))));

    assertThat(ledger().restatements(ENROLLMENT, MONTH)).isEmpty();
    assertThat(ledger().month(ENROLLMENT, MONTH).orElseThrow().state())
        .isEqualTo(MonthState.SETTLING);
  }

  @Test
  void restatesAClosedMonthOncePerRunWithTheSumOfItsDays() throws IOException {
    var second = DAY.plusDays(1);
    ledger().apply(day(1, List.of(vm(1), vm(2), other(3))));
    ledger().apply(day(ENROLLMENT, second, 1, List.of(line("sub-1", "x", "1").on(second).build())));
    settle(MonthState.CLOSED, now().minusSeconds(60));

    List<UsageLine> first = List.of(line("sub-1", "vm-1", "1").cost("2.5").build(), vm(4), vm(5));
    ledger().apply(day(2, first));
    ledger().apply(day(2, first));
    ledger()
        .apply(
            day(
                ENROLLMENT,
                second,
                2,
                List.of(line("sub-1", "x", "1").on(second).cost("0.5").build())));

    Restatement restatement = only(ledger().restatements(ENROLLMENT, MONTH));
    assertThat(restatement.run()).isEqualTo(run(2));
    assertThat(restatement.at()).isEqualTo(now());
    assertThat(restatement.differences())
        .extracting(
            each -> each.subscription().value(),
            Restatement.Difference::added,
            Restatement.Difference::changed,
            Restatement.Difference::removed,
            each -> each.before().toString(),
            each -> each.after().toString())
        .containsExactly(
            tuple("sub-1", 2L, 2L, 1L, "3", "5"), tuple("sub-2", 0L, 0L, 1L, "1", "0"));
    assertThat(ledger().month(ENROLLMENT, MONTH).orElseThrow().state())
        .isEqualTo(MonthState.RESTATED);
  }

  @Test
  void restatesARestatedMonthAgainAndNotForAnUnchangedDay() throws IOException {
    ledger().apply(day(1, List.of(vm(1))));
    settle(MonthState.CLOSED, now());
    ledger().apply(day(2, List.of(vm(1))));
    assertThat(ledger().restatements(ENROLLMENT, MONTH)).isEmpty();

    ledger().apply(day(3, List.of(line("sub-1", "vm-1", "1").costCenter("cc-2").build())));
    ledger().apply(day(4, List.of()));

    assertThat(ledger().restatements(ENROLLMENT, MONTH))
        .extracting(Restatement::run)
        .containsExactly(run(4), run(3));
    assertThat(ledger().restatements(ENROLLMENT, MONTH).getLast().differences())
        .extracting(
            Restatement.Difference::costCenter,
            Restatement.Difference::added,
            Restatement.Difference::removed)
        .containsExactly(tuple("cc-1", 0L, 1L), tuple("cc-2", 1L, 0L));
  }

  private void settle(MonthState state, Instant since) {
    ledger().settle(new LedgerMonth(ENROLLMENT, MONTH, state, since));
  }

  private DayOutcome.Kind kind(DayRevision revision) throws IOException {
    return ledger().apply(revision).kind();
  }

  private List<LedgerLine> lines() {
    List<LedgerLine> lines = new ArrayList<>();
    reader().lines(ALL, lines::add);
    return lines;
  }

  private List<LineId> ids() {
    return lines().stream().map(LedgerLine::id).toList();
  }

  private List<Rollup> rollups() {
    List<Rollup> rollups = new ArrayList<>();
    reader().rollups(ALL, rollups::add);
    return rollups;
  }

  private BigDecimal costOfRollups() {
    return rollups().stream().map(Rollup::cost).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private BigDecimal costOfLines() {
    return lines().stream()
        .map(each -> each.cost().amount())
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private static <T> T only(List<T> list) {
    assertThat(list).hasSize(1);
    return list.getFirst();
  }

  private static UsageLine vm(int number) {
    return vm(number, Integer.toString(number));
  }

  private static UsageLine vm(int number, String quantity) {
    return line("sub-1", "vm-" + number, quantity).build();
  }

  private static UsageLine other(int number) {
    return line("sub-2", "vm-" + number, Integer.toString(number)).build();
  }

  private static List<UsageLine> manyLines(int count) {
    return IntStream.range(0, count).mapToObj(UsageLedgerContract::vm).toList();
  }

  private static RateCard card(String version, String priceOfA) {
    return new RateCard(version, "USD", Map.of("meter-a", new BigDecimal(priceOfA)));
  }

  /** Few keys and few values, so that twins, shared keys, changes and disappearances abound. */
  private static List<UsageLine> randomDay(Random random) {
    return IntStream.range(0, 40 + random.nextInt(40))
        .mapToObj(
            n ->
                line(
                        "sub-" + random.nextInt(3),
                        (random.nextBoolean() ? "vm-" : "VM-") + random.nextInt(6),
                        "0." + random.nextInt(4))
                    .meter("m-" + random.nextInt(2))
                    .group("g-" + random.nextInt(2))
                    .cost(random.nextInt(5) + ".50")
                    .build())
        .toList();
  }
}
