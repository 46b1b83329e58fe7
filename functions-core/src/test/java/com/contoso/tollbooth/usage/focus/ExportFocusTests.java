package com.contoso.tollbooth.usage.focus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import com.contoso.tollbooth.usage.Cost;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.LedgerLine;
import com.contoso.tollbooth.usage.LedgerMoved;
import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.LedgerScope;
import com.contoso.tollbooth.usage.LinePage;
import com.contoso.tollbooth.usage.LineQuery;
import com.contoso.tollbooth.usage.OneEnrollment;
import com.contoso.tollbooth.usage.ReportFiles;
import com.contoso.tollbooth.usage.ReportManifest;
import com.contoso.tollbooth.usage.Rollup;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.UsageRights;
import com.contoso.tollbooth.usage.finance.Lines;
import com.contoso.tollbooth.usage.finance.ListedLedger;
import com.contoso.tollbooth.usage.finance.MemoryFiles;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class ExportFocusTests {
  private static final FocusExport JANUARY =
      new FocusExport(new UsageRights.All(), null, YearMonth.of(2026, 1), FocusFormat.CSV);

  private final MemoryFiles files = new MemoryFiles();
  private Set<RunId> restating = Set.of();

  @Test
  void writesTheColumnsThatWereAgreedInTheirOrder() {
    export(List.of(example()));

    assertThat(files.text("focus-1.2-2026-01.csv"))
        .isEqualTo(
            """
            BilledCost,BillingAccountId,BillingAccountName,BillingAccountType,BillingCurrency,\
            BillingPeriodEnd,BillingPeriodStart,ChargeCategory,ChargeClass,ChargeDescription,ChargeFrequency,\
            ChargePeriodEnd,ChargePeriodStart,ConsumedQuantity,ConsumedUnit,ContractedCost,\
            EffectiveCost,InvoiceIssuerName,ListCost,PricingQuantity,PricingUnit,ProviderName,\
            PublisherName,RegionId,RegionName,ResourceId,ResourceName,ResourceType,\
            ServiceCategory,ServiceName,ServiceSubcategory,SkuId,SkuMeter,SkuPriceId,\
            SubAccountId,SubAccountName,SubAccountType,Tags,x_AccountName,x_CostBasis,x_CostCenter,\
            x_Department,x_LineId,x_MeterSubcategory,x_ResourceGroupName,x_RunId,x_UnitPrice\r
            0.000000000000000000012345,100,Contoso North,Enrollment,EUR,2026-02-01T00:00:00Z,\
            2026-01-01T00:00:00Z,Usage,,Virtual Machines - Dsv5 Series - D2s v5,Usage-Based,\
            2026-01-06T00:00:00Z,2026-01-05T00:00:00Z,25.0,Hours,0.000000000000000000012345,\
            0.000000000000000000012345,Microsoft,0.000000000000000000012345,2.5,10 Hours,Microsoft,\
            Microsoft,euwest,EU West,/subscriptions/sub-1/resourceGroups/rg-app/providers/\
            Microsoft.Compute/virtualMachines/vm-1,vm-1,Microsoft.Compute/virtualMachines,\
            Compute,Virtual Machines,Virtual Machines,meter-7,D2s v5,meter-7,\
            sub-1,Name of sub-1,Subscription,"{""cost"":""=1+1"",""system"":""tollbooth""}",Anna,REPORTED,CC-1,\
            Tolling,%s,Dsv5 Series,rg-app,20260301T041500123Z,0.25\r
            """
                .formatted(example().id()));
  }

  private static LedgerLine example() {
    return Lines.line()
        .unit("10 Hours")
        .tags(Map.of("system", "tollbooth", "cost", "=1+1"))
        .to("2.5", "0.000000000000000000012345", Cost.Basis.REPORTED);
  }

  @Test
  void whatItWritesIsValidAndSumsToTheLedger() {
    List<LedgerLine> lines = allKinds();
    var ledger = new ListedLedger(lines);

    ReportManifest manifest = export(lines);

    List<Map<String, @Nullable String>> rows = rows("focus-1.2-2026-01.csv");
    var validator = new FocusValidator(header());
    rows.forEach(validator::row);
    assertThat(validator.violations()).isEmpty();
    assertThat(rows).hasSize(lines.size());
    assertThat(manifest.rows()).isEqualTo(lines.size());
    assertThat(manifest.totals()).isEqualTo(ledger.totals());
    assertThat(manifest.run()).isEqualTo(Lines.RUN);
    assertThat(manifest.sha256())
        .isEqualTo(MemoryFiles.sha256(files.bytes("focus-1.2-2026-01.csv")));
    for (String column : List.of("BilledCost", "EffectiveCost", "ListCost", "ContractedCost")) {
      assertThat(sums(rows, column)).isEqualTo(plain(ledger.totals()));
    }
  }

  /** Random ones, and one of each that is not usage of a known service at a known place. */
  static List<LedgerLine> allKinds() {
    var lines = new ArrayList<>(Lines.random(11, 500));
    for (String type : List.of("Usage", "Purchase", "Tax", "Refund", "RoundingAdjustment", "?")) {
      for (String frequency : List.of("OneTime", "Recurring", "UsageBased")) {
        Map<String, String> further = Map.of("ChargeType", type, "Frequency", frequency);
        lines.add(Lines.line().further(further).costs("3.5"));
      }
      lines.add(Lines.line().further(Map.of("ChargeType", type)).costs("3.5"));
    }
    lines.add(Lines.line().subscription(SubscriptionId.NONE.value()).costs("4500.25"));
    lines.add(Lines.line().service("").department("").costCenter("").unit("").costs("-1"));
    lines.add(Lines.line().service("Something new").unit("10K").costs("1"));
    lines.add(Lines.line().tags(Map.of("a\"b", "x,\r\n;ü=")).costs("1"));
    return lines;
  }

  @Test
  void whatBelongsToNoSubscriptionHasNoSubAccount() {
    export(List.of(Lines.line().subscription(SubscriptionId.NONE.value()).costs("4500.25")));

    assertThat(rows("focus-1.2-2026-01.csv"))
        .singleElement()
        .satisfies(
            row ->
                assertThat(row)
                    .containsEntry("BilledCost", "4500.25")
                    .containsEntry("SubAccountId", null)
                    .containsEntry("SubAccountName", null)
                    .containsEntry("SubAccountType", null));
  }

  @Test
  void aRecurringPurchaseIsOne() {
    Map<String, String> further = Map.of("ChargeType", "Purchase", "Frequency", "Recurring");
    export(List.of(Lines.line().further(further).costs("98.40")));

    assertThat(rows("focus-1.2-2026-01.csv"))
        .singleElement()
        .satisfies(row -> assertThat(row).containsEntry("ChargeFrequency", "Recurring"));
  }

  @Test
  void whatARestatementOfAClosedMonthWroteIsACorrection() {
    restating = Set.of(Lines.RUN);
    export(List.of(Lines.line().costs("1"), Lines.line().enrollment("200").costs("2")));

    assertThat(rows("focus-1.2-2026-01.csv"))
        .extracting(row -> row.get("BillingAccountId"), row -> row.get("ChargeClass"))
        .containsExactlyInAnyOrder(tuple("100", "Correction"), tuple("200", null));

    restating = Set.of(RunId.at(Instant.EPOCH));
    export(List.of(Lines.line().costs("1")));

    assertThat(rows("focus-1.2-2026-01.csv"))
        .allSatisfy(row -> assertThat(row).containsEntry("ChargeClass", null));
  }

  @Test
  void theSameLedgerGivesTheSameBytes() {
    export(allKinds());
    byte[] first = files.bytes("focus-1.2-2026-01.csv");
    byte[] manifest = files.bytes("focus-1.2-2026-01.csv.manifest.json");
    List<LedgerLine> reversed = allKinds().reversed();
    export(reversed);

    assertThat(files.bytes("focus-1.2-2026-01.csv")).isEqualTo(first);
    assertThat(files.bytes("focus-1.2-2026-01.csv.manifest.json")).isEqualTo(manifest);
  }

  @Test
  void exportsWhatTheReaderMaySeeUnderANameOfItsOwn() {
    List<LedgerLine> lines =
        List.of(
            Lines.line().costs("1"),
            Lines.line().subscription("sub-2").costs("10"),
            Lines.line().enrollment("200").costs("100"),
            Lines.line().day(LocalDate.of(2026, 2, 1)).costs("1000"));
    export(lines);
    var exportFocus = exportFocus(new ListedLedger(lines));
    ReportManifest part =
        exportFocus.apply(
            new FocusExport(
                new UsageRights.Only(Set.of(new SubscriptionId("sub-2"))),
                null,
                YearMonth.of(2026, 1),
                FocusFormat.CSV));
    ReportManifest one =
        exportFocus.apply(
            new FocusExport(
                new UsageRights.All(),
                new EnrollmentNumber("200"),
                YearMonth.of(2026, 1),
                FocusFormat.CSV));

    assertThat(part.totals()).isEqualTo(Map.of("EUR", new BigDecimal("10")));
    assertThat(one.file()).isEqualTo("focus-1.2-2026-01-200.csv");
    assertThat(one.totals()).isEqualTo(Map.of("EUR", new BigDecimal("100")));
    assertThat(rows("focus-1.2-2026-01.csv")).hasSize(3);
    assertThat(files.reports()).hasSize(6).contains(part.file());
  }

  @Test
  void aMonthWithoutLinesIsAHeaderAlone() {
    ReportManifest manifest = export(List.of());

    assertThat(manifest.rows()).isZero();
    assertThat(manifest.run()).isNull();
    assertThat(files.text(manifest.file()).lines()).hasSize(1);
  }

  @Test
  void publishesNothingIfTheLedgerChangesMeanwhile() {
    var answers =
        new ArrayDeque<>(
            List.of(List.of(Lines.line().costs("1")), List.of(Lines.line().costs("2"))));
    var moving =
        new LedgerReader() {
          @Override
          public void rollups(LedgerScope scope, Consumer<Rollup> each) {
            throw new UnsupportedOperationException();
          }

          @Override
          public void lines(LedgerScope scope, Consumer<LedgerLine> each) {
            answers.remove().forEach(each);
          }

          @Override
          public LinePage page(LineQuery query) {
            throw new UnsupportedOperationException();
          }
        };

    assertThatThrownBy(() -> exportFocus(moving).apply(JANUARY)).isInstanceOf(LedgerMoved.class);
    assertThat(files.reports()).isEmpty();
  }

  @Test
  void unitsOfManyAreSplitIntoBlockAndUnit() {
    assertThat(MeterUnit.of("1 Hour")).isEqualTo(unit("1", "Hour", "Hour"));
    assertThat(MeterUnit.of("10 GB")).isEqualTo(unit("10", "10 GB", "GB"));
    assertThat(MeterUnit.of("10K")).isEqualTo(unit("10000", "10K", "Units"));
    assertThat(MeterUnit.of("1M Operations"))
        .isEqualTo(unit("1000000", "1M Operations", "Operations"));
    assertThat(MeterUnit.of("GB/Month")).isEqualTo(unit("1", "GB/Month", "GB/Month"));
    assertThat(MeterUnit.of("0 GB")).isEqualTo(unit("1", "0 GB", "0 GB"));
    assertThat(MeterUnit.of(" ")).isEqualTo(unit("1", "Units", "Units"));
  }

  @Test
  void takesTheDigitsThatAreNeeded() {
    assertThat(scales(Lines.line().costs("1.5"))).isEqualTo(new FocusScales(18, 18, 18, true));
    assertThat(scales(Lines.line().costs("0.000000000000000000012345")).cost()).isEqualTo(24);
    assertThat(scales(Lines.line().costs("12345678901234567890123")))
        .isEqualTo(new FocusScales(0, 18, 18, true));
    assertThat(scales(Lines.line().costs("123456789012345.1234567890123456789012345")).fits())
        .isFalse();
  }

  private static FocusScales scales(LedgerLine line) {
    var measure = new Measure();
    measure.add(line);
    return measure.scales();
  }

  private static MeterUnit unit(String block, String priced, String consumed) {
    return new MeterUnit(new BigDecimal(block), priced, consumed);
  }

  private ReportManifest export(List<LedgerLine> lines) {
    return exportFocus(new ListedLedger(lines)).apply(JANUARY);
  }

  private ExportFocus exportFocus(LedgerReader ledger) {
    return new ExportFocus(
        ledger,
        new OneEnrollment(new EnrollmentNumber("100"), "Contoso North"),
        month -> month.enrollment().value().equals("100") ? restating : Set.of(),
        new ReportFiles(files),
        List.of(new CsvFocusWriter()));
  }

  private static List<String> header() {
    return Arrays.stream(FocusColumn.values()).map(FocusColumn::id).toList();
  }

  private List<Map<String, @Nullable String>> rows(String file) {
    var rows = new ArrayList<Map<String, @Nullable String>>();
    for (NamedCsvRecord csv : CsvReader.builder().ofNamedCsvRecord(files.text(file))) {
      var row = new HashMap<String, @Nullable String>();
      csv.getFieldsAsMap().forEach((column, cell) -> row.put(column, cell.isEmpty() ? null : cell));
      rows.add(row);
    }
    return rows;
  }

  private static Map<String, BigDecimal> sums(
      List<Map<String, @Nullable String>> rows, String column) {
    var sums = new TreeMap<String, BigDecimal>();
    rows.forEach(
        row ->
            sums.merge(
                row.get("BillingCurrency"), new BigDecimal(row.get(column)), BigDecimal::add));
    return plain(sums);
  }

  private static Map<String, BigDecimal> plain(Map<String, BigDecimal> sums) {
    var plain = new TreeMap<String, BigDecimal>();
    sums.forEach((currency, sum) -> plain.put(currency, sum.stripTrailingZeros()));
    return plain;
  }
}
