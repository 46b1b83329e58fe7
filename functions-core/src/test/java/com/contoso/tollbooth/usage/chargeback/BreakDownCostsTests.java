package com.contoso.tollbooth.usage.chargeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contoso.tollbooth.usage.LedgerLine;
import com.contoso.tollbooth.usage.LedgerScope;
import com.contoso.tollbooth.usage.ReportFiles;
import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.UsageRights;
import com.contoso.tollbooth.usage.finance.Lines;
import com.contoso.tollbooth.usage.finance.ListedLedger;
import com.contoso.tollbooth.usage.finance.MemoryFiles;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class BreakDownCostsTests {
  private static final UsageRights ALL = new UsageRights.All();
  private static final LedgerScope JANUARY = LedgerScope.of(ALL, YearMonth.of(2026, 1));
  private static final List<LedgerLine> FOUR =
      List.of(
          Lines.line().service("Storage").costs("1.25"),
          Lines.line().service("Bandwidth").day(LocalDate.of(2026, 1, 6)).costs("2"),
          Lines.line().service("Storage").day(LocalDate.of(2026, 1, 6)).unrated(),
          Lines.line().service("").currency("USD").costs("4"));

  @Test
  void groupsByMonth() {
    assertThat(rows(FOUR, BreakdownQuery.Grain.MONTH, "service", 0))
        .containsExactly(
            "2026-01-01 GROUP Bandwidth EUR 1/0 2",
            "2026-01-01 GROUP Storage EUR 2/1 1.25",
            "2026-01-01 NONE  USD 1/0 4");
  }

  @Test
  void groupsByDay() {
    assertThat(rows(FOUR, BreakdownQuery.Grain.DAY, "service", 0))
        .containsExactly(
            "2026-01-05 GROUP Storage EUR 1/0 1.25",
            "2026-01-05 NONE  USD 1/0 4",
            "2026-01-06 GROUP Bandwidth EUR 1/0 2",
            "2026-01-06 GROUP Storage EUR 1/1 0");
  }

  @Test
  void sumsTheOthersOnlyIfAsked() {
    assertThat(rows(FOUR, BreakdownQuery.Grain.DAY, "service", 1))
        .containsExactly(
            "2026-01-05 OTHERS others EUR 1/0 1.25",
            "2026-01-05 NONE  USD 1/0 4",
            "2026-01-06 GROUP Bandwidth EUR 1/0 2",
            "2026-01-06 OTHERS others EUR 1/1 0");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "subscription",
        "costCenter",
        "department",
        "resourceGroup",
        "service",
        "tag:system"
      })
  void rowsSumToTheTotalsExactlyHoweverTheyAreGrouped(String by) {
    for (int top = 0; top < 3; top++) {
      for (var grain : BreakdownQuery.Grain.values()) {
        var ledger = new ListedLedger(Lines.random(top, 300));
        Breakdown breakdown =
            new BreakDownCosts(ledger)
                .apply(new BreakdownQuery(JANUARY, CostFilter.ALL, grain, Grouping.of(by), top));
        var sums = new TreeMap<String, BigDecimal>();
        breakdown.rows().forEach(row -> sums.merge(row.currency(), row.cost(), BigDecimal::add));

        assertThat(sums)
            .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
            .containsExactlyInAnyOrderEntriesOf(ledger.totals());
        assertThat(breakdown.totals())
            .allSatisfy(
                total ->
                    assertThat(total.cost())
                        .isEqualByComparingTo(ledger.totals().get(total.currency())));
        assertThat(breakdown.rows().stream().mapToLong(Breakdown.Row::lines).sum()).isEqualTo(300);
      }
    }
  }

  @Test
  void groupsByATagWhateverTheCaseOfItsName() {
    assertThat(
            rows(
                List.of(
                    Lines.line().tags(Map.of("System", "TollBooth")).costs("1"),
                    Lines.line().tags(Map.of("system", "TollBooth", "a", "b")).costs("2"),
                    Lines.line().tags(Map.of("team", "x")).costs("5")),
                BreakdownQuery.Grain.MONTH,
                "tag:system",
                0))
        .containsExactly("2026-01-01 NONE  EUR 1/0 5", "2026-01-01 GROUP TollBooth EUR 2/0 3");
  }

  @Test
  void limitingToARowLeavesWhatTheRowSumsThoughNamesAreSpelledInSeveralWays() {
    List<LedgerLine> lines =
        List.of(
            Lines.line().service("Storage").costs("1"),
            Lines.line().service("STORAGE").costs("2"),
            Lines.line().service("Bandwidth").costs("4"),
            Lines.line().service("storage").costs("8"));

    assertThat(rows(lines, BreakdownQuery.Grain.MONTH, "service", 0))
        .containsExactly(
            "2026-01-01 GROUP storage EUR 3/0 11", "2026-01-01 GROUP Bandwidth EUR 1/0 4");
    assertThat(rows(lines.reversed(), BreakdownQuery.Grain.MONTH, "service", 0))
        .isEqualTo(rows(lines, BreakdownQuery.Grain.MONTH, "service", 0));
    Breakdown within =
        new BreakDownCosts(new ListedLedger(lines))
            .apply(
                new BreakdownQuery(
                    JANUARY,
                    CostFilter.of(Map.of("service", "storage")),
                    BreakdownQuery.Grain.MONTH,
                    Grouping.of("subscription"),
                    0));
    assertThat(within.totals())
        .singleElement()
        .satisfies(total -> assertThat(total.cost()).isEqualByComparingTo("11"));
  }

  @Test
  void showsSubscriptionsByNameAndKeysThemById() {
    Breakdown breakdown =
        new BreakDownCosts(new ListedLedger(List.of(Lines.line().costs("1"))))
            .apply(query(BreakdownQuery.Grain.MONTH, "subscription", 0));

    assertThat(breakdown.rows())
        .extracting(Breakdown.Row::key, Breakdown.Row::label)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("sub-1", "Name of sub-1"));
  }

  @Test
  void countsWhatTheFilterIncludesAndTheReaderMaySeeOnly() {
    var ledger =
        new ListedLedger(
            List.of(
                Lines.line().tags(Map.of("system", "tollbooth")).costs("1"),
                Lines.line().costs("10"),
                Lines.line()
                    .subscription("sub-2")
                    .tags(Map.of("system", "TollBooth"))
                    .costs("100")));
    var own = new UsageRights.Only(Set.of(new SubscriptionId("sub-2")));
    CostFilter filter = SavedView.OWN_COST.costs();

    assertThat(total(ledger, ALL, filter)).isEqualTo("101");
    assertThat(total(ledger, own, filter)).isEqualTo("100");
    assertThat(total(ledger, own, CostFilter.of(Map.of("subscription", "sub-1"))))
        .isEqualTo("none");
  }

  @Test
  void findsCostsWithoutATagByItsEmptyValue() {
    var ledger =
        new ListedLedger(
            List.of(
                Lines.line().tags(Map.of("system", "tollbooth")).costs("1"),
                Lines.line().tags(Map.of("team", "x")).costs("10"),
                Lines.line().tags(Map.of("System", "")).costs("100")));

    assertThat(total(ledger, ALL, CostFilter.of(Map.of("tag:system", "")))).isEqualTo("110");
    assertThat(total(ledger, ALL, CostFilter.of(Map.of("tag:system", "*")))).isEqualTo("101");
  }

  @Test
  void refusesAFilterOrGroupingThatIsNotKnown() {
    assertThatThrownBy(() -> CostFilter.of(Map.of("colour", "red")))
        .hasMessageStartingWith("'colour' is not known");
    assertThatThrownBy(() -> Grouping.of("tag:")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> new SavedView("x", Map.of("colour", "red")))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void exportsTheBreakdown() {
    var files = new MemoryFiles();
    var ledger = new ListedLedger(FOUR);
    var export = new ExportBreakdown(new ReportFiles(files), new BreakDownCosts(ledger));

    export.apply(query(BreakdownQuery.Grain.MONTH, "service", 0));

    String name = "breakdown-2026-01-01-2026-01-31-month-service.csv";
    assertThat(files.text(name))
        .isEqualTo(
            """
            From,Service,Name,Kind,Currency,Lines,UnratedLines,Cost\r
            2026-01-01,Bandwidth,Bandwidth,GROUP,EUR,1,0,2\r
            2026-01-01,Storage,Storage,GROUP,EUR,2,1,1.25\r
            2026-01-01,,,NONE,USD,1,0,4\r
            """);
    assertThat(files.reports()).containsExactly(name, name + ".manifest.json");
  }

  @Test
  void anotherQuestionIsAnotherFile() {
    var files = new MemoryFiles();
    var export =
        new ExportBreakdown(new ReportFiles(files), new BreakDownCosts(new ListedLedger(FOUR)));
    var one = new UsageRights.Only(Set.of(new SubscriptionId("sub-1")));
    export.apply(query(BreakdownQuery.Grain.MONTH, "service", 0));
    export.apply(query(BreakdownQuery.Grain.DAY, "service", 0));
    export.apply(query(BreakdownQuery.Grain.MONTH, "tag:service", 0));
    export.apply(query(BreakdownQuery.Grain.MONTH, "tag:a/../b", 0));
    export.apply(query(BreakdownQuery.Grain.MONTH, "service", 5));
    export.apply(
        new BreakdownQuery(
            LedgerScope.of(one, YearMonth.of(2026, 1)),
            CostFilter.ALL,
            BreakdownQuery.Grain.MONTH,
            Grouping.of("service"),
            0));
    export.apply(
        new BreakdownQuery(
            JANUARY,
            SavedView.OWN_COST.costs(),
            BreakdownQuery.Grain.MONTH,
            Grouping.of("service"),
            0));

    assertThat(files.reports()).hasSize(14).allMatch(name -> name.matches("[A-Za-z0-9._-]+"));
  }

  @Test
  void aNewReportHasNoManifestUntilItIsWhole() {
    var files = new MemoryFiles();
    var export =
        new ExportBreakdown(new ReportFiles(files), new BreakDownCosts(new ListedLedger(FOUR)));
    export.apply(query(BreakdownQuery.Grain.MONTH, "service", 0));

    String name = "breakdown-2026-01-01-2026-01-31-month-service.csv";
    assertThat(files.history())
        .containsExactly(
            "delete " + name + ".manifest.json",
            "commit " + name,
            "commit " + name + ".manifest.json");
  }

  @Test
  void costsAMillionPhotosByMonthAndCurrency() {
    var ledger =
        new ListedLedger(
            List.of(
                Lines.line().tags(Map.of("system", "tollbooth")).costs("12.5"),
                Lines.line().tags(Map.of("system", "tollbooth")).currency("USD").unrated(),
                Lines.line().costs("1000"),
                Lines.line()
                    .tags(Map.of("system", "tollbooth"))
                    .day(LocalDate.of(2026, 2, 1))
                    .costs("7")));

    assertThat(
            new CostPhotos(ledger)
                .apply(
                    new OwnCostQuery(
                        ALL,
                        SavedView.OWN_COST.costs(),
                        new TreeMap<>(
                            Map.of(YearMonth.of(2026, 1), 3_000_000L, YearMonth.of(2026, 2), 0L)))))
        .containsExactly(
            new OwnCost(
                YearMonth.of(2026, 1),
                "EUR",
                new BigDecimal("12.5"),
                0,
                3_000_000,
                new BigDecimal("4.1667")),
            new OwnCost(
                YearMonth.of(2026, 1),
                "USD",
                BigDecimal.ZERO,
                1,
                3_000_000,
                new BigDecimal("0.0000")),
            new OwnCost(YearMonth.of(2026, 2), "EUR", new BigDecimal("7"), 0, 0, null));
  }

  private static String total(ListedLedger ledger, UsageRights rights, CostFilter filter) {
    return new BreakDownCosts(ledger)
            .apply(
                new BreakdownQuery(
                    LedgerScope.of(rights, YearMonth.of(2026, 1)),
                    filter,
                    BreakdownQuery.Grain.MONTH,
                    Grouping.of("service"),
                    0))
            .totals()
            .stream()
            .map(total -> total.cost().toPlainString())
            .findFirst()
            .orElse("none");
  }

  private static List<String> rows(
      List<LedgerLine> lines, BreakdownQuery.Grain grain, String by, int top) {
    return new BreakDownCosts(new ListedLedger(lines))
        .apply(query(grain, by, top)).rows().stream()
            .map(
                row ->
                    "%s %s %s %s %d/%d %s"
                        .formatted(
                            row.from(),
                            row.kind(),
                            row.label(),
                            row.currency(),
                            row.lines(),
                            row.unrated(),
                            row.cost().toPlainString()))
            .toList();
  }

  private static BreakdownQuery query(BreakdownQuery.Grain grain, String by, int top) {
    return new BreakdownQuery(JANUARY, CostFilter.ALL, grain, Grouping.of(by), top);
  }
}
