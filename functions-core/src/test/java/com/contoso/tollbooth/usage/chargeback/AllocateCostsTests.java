package com.contoso.tollbooth.usage.chargeback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.LedgerLine;
import com.contoso.tollbooth.usage.MemoryFinanceFiles;
import com.contoso.tollbooth.usage.ReportFiles;
import com.contoso.tollbooth.usage.ReportManifest;
import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.UsageRights;
import com.contoso.tollbooth.usage.finance.Lines;
import com.contoso.tollbooth.usage.finance.ListedLedger;
import com.contoso.tollbooth.usage.finance.MemoryFiles;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AllocateCostsTests {
  private static final YearMonth JANUARY = YearMonth.of(2026, 1);
  private static final AllocationQuery QUERY = AllocationQuery.of(new UsageRights.All(), JANUARY);
  private static final String RULES =
      """
      rules:
        - name: hub
          when: {resourceGroup: rg-hub-*}
          split: {even: [CC-0, CC-1, CC-2]}
        - name: tollbooth
          when: {tag: system=tollbooth}
          split: {proportional: [CC-0, CC-1, CC-2, CC-9]}
        - name: d-1
          when: {department: D-1}
          split: {fixed: {CC-0: 0.333, CC-3: 0.667}}
        - name: own
          when: {costCenter: "CC-?"}
          charge: "{costCenter}"
      """;

  private final ChargebackRules rules = new ChargebackRules(new MemoryFinanceFiles());

  @Test
  void sharesSumToTheLedgersTotalToTheLastDigitWhateverTheLines() {
    apply(RULES);
    for (long seed = 0; seed < 200; seed++) {
      var ledger = new ListedLedger(Lines.random(seed, 60));

      Allocation allocation = new AllocateCosts(ledger, rules).apply(QUERY);

      assertThat(sums(allocation)).as("seed " + seed).isEqualTo(plain(ledger.totals()));
      assertThat(allocation.totals().stream().mapToLong(CostTotal::lines).sum()).isEqualTo(60);
    }
  }

  @Test
  void doesNotDependOnTheOrderOfLines() {
    apply(RULES);
    List<LedgerLine> lines = new ArrayList<>(Lines.random(3, 80));
    Allocation expected = new AllocateCosts(new ListedLedger(lines), rules).apply(QUERY);
    Collections.shuffle(lines, new Random(1));

    assertThat(new AllocateCosts(new ListedLedger(lines), rules).apply(QUERY)).isEqualTo(expected);
  }

  @Test
  void leavesWhatNoRuleMatchesUnallocatedAndSaysWhereItIsFrom() {
    apply("rules: [{when: {costCenter: CC-1}, charge: Tolling}]");
    Allocation allocation =
        allocate(
            Lines.line().costs("10.005"),
            Lines.line().costCenter("X").group("rg-x").costs("1.50"),
            Lines.line().costCenter("X").group("rg-x").day(LocalDate.of(2026, 1, 6)).unrated(),
            Lines.line().costCenter("Y").costs("-2"));

    assertThat(lines(allocation)).containsExactly("Tolling EUR 10.005", "unallocated EUR -0.50");
    assertThat(allocation.unallocated())
        .containsExactly(
            new Allocation.Origin(
                new SubscriptionId("sub-1"), "rg-app", "Y", "EUR", 1, 0, new BigDecimal("-2")),
            new Allocation.Origin(
                new SubscriptionId("sub-1"), "rg-x", "X", "EUR", 2, 1, new BigDecimal("1.50")));
    assertThat(allocation.rules())
        .containsExactly(
            new Allocation.Matched(1, "rule 1", "EUR", 1, 0, new BigDecimal("10.005")));
  }

  @Test
  void noRuleChargesALineToUnallocatedBecauseItsCostCentreIsCalledSo() {
    apply(
        """
        rules:
          - {when: {costCenter: "un*"}, charge: "{costCenter}"}
          - {when: {department: "?*"}, charge: "{department}"}
        """);

    Allocation allocation =
        allocate(
            Lines.line().costCenter("unallocated").department("").costs("1"),
            Lines.line().costCenter(" Unallocated").department("").costs("2"),
            Lines.line().costCenter("unallocated").department("Roads").costs("4"),
            Lines.line().costCenter("X").department("").costs("8"));

    assertThat(lines(allocation)).containsExactly("Roads EUR 4", "unallocated EUR 11");
    assertThat(allocation.unallocated())
        .extracting(Allocation.Origin::costCenter)
        .containsExactly("X", " Unallocated", "unallocated");
  }

  @Test
  void chargesOnePayerHoweverHisNameIsSpelled() {
    apply(
        """
        rules:
          - {when: {resourceGroup: rg-hub}, split: {proportional: [CC-1, CC-2]}}
          - {when: {costCenter: "?*"}, charge: "{costCenter}"}
        """);

    Allocation allocation =
        allocate(
            Lines.line().costCenter("cc-1").group("rg-app").costs("3"),
            Lines.line().costCenter("CC-1").group("rg-app").costs("3"),
            Lines.line().costCenter("Cc-2").group("rg-app").costs("2"),
            Lines.line().costCenter("").group("rg-hub").costs("4"));

    assertThat(lines(allocation)).containsExactly("cc-1 EUR 9.00", "Cc-2 EUR 3.00");
  }

  @Test
  void withoutRulesAllIsUnallocated() {
    Allocation allocation = allocate(Lines.line().costs("3"));

    assertThat(lines(allocation)).containsExactly("unallocated EUR 3");
    assertThat(allocation.version()).isNull();
  }

  @Test
  void neverAddsCurrenciesNorSplitsOneByAnother() {
    apply(
        """
        rules:
          - when: {costCenter: SHARED}
            split: {proportional: [A, B]}
          - when: {costCenter: "?"}
            charge: "{costCenter}"
        """);

    assertThat(
            lines(
                allocate(
                    Lines.line().costCenter("A").costs("30"),
                    Lines.line().costCenter("B").costs("10"),
                    Lines.line().costCenter("A").currency("USD").costs("5"),
                    Lines.line().costCenter("SHARED").costs("8"),
                    Lines.line().costCenter("SHARED").currency("USD").costs("7"))))
        .containsExactly("A EUR 36.00", "B EUR 12.00", "A USD 12.00", "B USD 0.00");
  }

  @Test
  void proportionalSharesIgnoreCreditsAndFallBackToEven() {
    apply(
        """
        rules:
          - when: {costCenter: SHARED}
            split: {proportional: [A, B]}
          - when: {costCenter: "?"}
            charge: "{costCenter}"
        """);

    assertThat(
            lines(
                allocate(
                    Lines.line().costCenter("A").costs("-30"),
                    Lines.line().costCenter("B").costs("10"),
                    Lines.line().costCenter("SHARED").costs("8"))))
        .containsExactly("A EUR -30.00", "B EUR 18.00");
    assertThat(lines(allocate(Lines.line().costCenter("SHARED").costs("8.01"))))
        .containsExactly("A EUR 4.01", "B EUR 4.00");
  }

  @Test
  void countsOnlyTheMonthTheEnrollmentsAndWhatTheReaderMaySee() {
    apply("rules: [{charge: All}]");
    var ledger =
        new ListedLedger(
            List.of(
                Lines.line().costs("1"),
                Lines.line().day(LocalDate.of(2026, 2, 1)).costs("10"),
                Lines.line().subscription("sub-2").costs("100"),
                Lines.line().enrollment("200").costs("1000")));
    var allocate = new AllocateCosts(ledger, rules);

    assertThat(lines(allocate.apply(QUERY))).containsExactly("All EUR 1101");
    assertThat(
            lines(
                allocate.apply(
                    AllocationQuery.of(
                        new UsageRights.Only(Set.of(new SubscriptionId("sub-2"))), JANUARY))))
        .containsExactly("All EUR 100");
    assertThat(
            lines(
                allocate.apply(
                    new AllocationQuery(
                        new UsageRights.All(),
                        JANUARY,
                        Set.of(new EnrollmentNumber("200")),
                        null))))
        .containsExactly("All EUR 1000");
    assertThat(allocate.apply(AllocationQuery.of(new UsageRights.Only(Set.of()), JANUARY)).totals())
        .isEmpty();
  }

  @Test
  void usesTheVersionThatIsAskedFor() {
    apply("rules: [{charge: Old}]");
    apply("rules: [{charge: New}]");
    var allocate = new AllocateCosts(new ListedLedger(List.of(Lines.line().costs("1"))), rules);

    assertThat(lines(allocate.apply(QUERY))).containsExactly("New EUR 1");
    assertThat(
            lines(allocate.apply(new AllocationQuery(new UsageRights.All(), JANUARY, Set.of(), 1))))
        .containsExactly("Old EUR 1");
    assertThatThrownBy(
            () -> allocate.apply(new AllocationQuery(new UsageRights.All(), JANUARY, Set.of(), 9)))
        .hasMessage("there is no version 9 of the rules");
  }

  @Test
  void previewTellsWhatWouldChangeAndKeepsNothing() {
    apply("rules: [{when: {costCenter: CC-1}, charge: A}, {charge: B}]");
    var ledger =
        new ListedLedger(
            List.of(
                Lines.line().costs("10"),
                Lines.line().costCenter("CC-2").costs("5"),
                Lines.line().costCenter("CC-3").currency("USD").costs("7")));
    var preview = new PreviewRules(new AllocateCosts(ledger, rules));

    RulesEffect effect =
        preview.apply(
            new RulesTrial(QUERY, "rules: [{when: {costCenter: CC-2}, charge: C}, {charge: B}]"));

    assertThat(effect.differences())
        .containsExactly(
            new RulesEffect.Difference("A", "EUR", new BigDecimal("10"), BigDecimal.ZERO),
            new RulesEffect.Difference("B", "EUR", new BigDecimal("5"), new BigDecimal("10")),
            new RulesEffect.Difference("C", "EUR", BigDecimal.ZERO, new BigDecimal("5")));
    assertThat(rules.current()).map(RulesVersion::number).contains(1);
  }

  @Test
  void proposingRefusesABadFileAndKeepsAGoodOne() {
    var propose = new ProposeRules(rules, () -> Instant.EPOCH);

    assertThatThrownBy(() -> propose.apply(new RulesProposal("rules: 7", "anna")))
        .isInstanceOf(RulesRejected.class);
    assertThat(rules.history()).isEmpty();
    assertThat(propose.apply(new RulesProposal("rules: []", "anna")))
        .isEqualTo(new RulesVersion(1, "rules: []", "anna", Instant.EPOCH));
  }

  @Test
  void exportsTheAllocationWithItsManifest() {
    apply("rules: [{when: {costCenter: CC-*}, charge: '=cmd|x'}]");
    var ledger =
        new ListedLedger(
            List.of(
                Lines.line().costs("10.000000000001"), Lines.line().costCenter("X").costs("1.5")));
    var files = new MemoryFiles();

    ReportManifest manifest =
        new ExportAllocation(new ReportFiles(files), new AllocateCosts(ledger, rules)).apply(QUERY);

    assertThat(files.text("chargeback-2026-01.csv"))
        .isEqualTo(
            """
            Month,Target,Currency,Direct,Shared,Amount\r
            2026-01,'=cmd|x,EUR,10.000000000001,0,10.000000000001\r
            2026-01,unallocated,EUR,1.5,0,1.5\r
            """);
    assertThat(files.text("chargeback-2026-01.csv.manifest.json"))
        .isEqualTo(
            """
            {
              "file" : "chargeback-2026-01.csv",
              "period" : "2026-01",
              "rows" : 2,
              "sha256" : "%s",
              "bytes" : 134,
              "totals" : {
                "EUR" : "11.500000000001"
              },
              "rules" : 1
            }"""
                .formatted(MemoryFiles.sha256(files.bytes("chargeback-2026-01.csv"))));
    assertThat(manifest.totals()).isEqualTo(Map.of("EUR", new BigDecimal("11.500000000001")));
  }

  private Allocation allocate(LedgerLine... lines) {
    return new AllocateCosts(new ListedLedger(List.of(lines)), rules).apply(QUERY);
  }

  private void apply(String text) {
    rules.apply(rules.propose(text, "anna", Instant.EPOCH).number(), "anna", Instant.EPOCH);
  }

  private static List<String> lines(Allocation allocation) {
    return allocation.shares().stream()
        .map(
            share -> share.target() + " " + share.currency() + " " + share.amount().toPlainString())
        .toList();
  }

  private static Map<String, BigDecimal> sums(Allocation allocation) {
    var sums = new TreeMap<String, BigDecimal>();
    allocation
        .shares()
        .forEach(share -> sums.merge(share.currency(), share.amount(), BigDecimal::add));
    return plain(sums);
  }

  private static Map<String, BigDecimal> plain(Map<String, BigDecimal> sums) {
    var plain = new TreeMap<String, BigDecimal>();
    sums.forEach((currency, sum) -> plain.put(currency, sum.stripTrailingZeros()));
    return plain;
  }
}
