package com.contoso.tollbooth.local.usage.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.local.usage.simulator.SimulatedEnrollment.Restated;
import com.contoso.tollbooth.usage.Enrollment.ReportSource;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.Totals;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class UsageSimulatorTests {
  private static final YearMonth MONTH = YearMonth.of(2026, 1);
  private static final LocalDate SETTLED = LocalDate.of(2026, 2, 20);
  private static final LocalDate RESTATED = LocalDate.of(2026, 3, 3);
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS).build();

  private final SimulatedEnrollment enrollment =
      SimulatedEnrollment.of("100", ReportSource.LEGACY_EA, 7, 5, 120)
          .restated(new Restated(MONTH, RESTATED, 90));
  private final EnrollmentNumber number = enrollment.number();
  private final UsageSimulator simulator = new UsageSimulator(List.of(enrollment), SETTLED);

  private byte[] legacy(LocalDate asOf) throws IOException {
    var out = new ByteArrayOutputStream();
    new LegacyFormat(new SimulatedReport(enrollment, MONTH, asOf), 0).writeTo(out);
    return out.toByteArray();
  }

  private static BigDecimal sum(Collection<BigDecimal> values) {
    return values.stream().reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  @Test
  void theTruthIsWhatAReaderOfTheReportFinds() throws IOException {
    for (LocalDate asOf : List.of(LocalDate.of(2026, 1, 12), SETTLED, RESTATED)) {
      var found = new TreeMap<SubscriptionId, Map<LocalDate, Totals>>();
      for (JsonNode line : JSON.readTree(legacy(asOf))) {
        var day = MONTH.atDay(line.path("Day").asInt());
        var totals =
            new Totals(
                1,
                line.path("ConsumedQuantity").decimalValue(),
                line.path("ExtendedCost").decimalValue());
        var id = new SubscriptionId(line.path("SubscriptionGuid").asString());
        found.computeIfAbsent(id, each -> new TreeMap<>()).merge(day, totals, Totals::plus);
      }
      assertThat(found).isNotEmpty().isEqualTo(simulator.truth(number, MONTH, asOf));
    }
  }

  @Test
  void dailyCostIsTheTruthOnceAllIsReported() {
    var costs = new TreeMap<LocalDate, BigDecimal>();
    for (var days : simulator.truth(number, MONTH, LocalDate.of(2030, 1, 1)).values()) {
      days.forEach((day, totals) -> costs.merge(day, totals.cost(), BigDecimal::add));
    }
    var daily = simulator.dailyCost(number, MONTH.atDay(1), MONTH.atEndOfMonth());
    assertThat(daily.keySet()).hasSize(31).isEqualTo(costs.keySet());
    daily.forEach((day, cost) -> assertThat(cost).isEqualByComparingTo(costs.get(day)));
  }

  @Test
  void costDetailsHavePurchasesOfNoSubscription() throws IOException {
    var buyer =
        SimulatedEnrollment.of("300", ReportSource.COST_DETAILS, 9, 3, 20).buying(Purchase.USUAL);
    var world = new UsageSimulator(List.of(buyer), SETTLED);
    var format = new CostDetailsFormat(world.report(buyer.number(), MONTH), 0, 4);
    BigDecimal bought = BigDecimal.ZERO;
    BigDecimal whole = BigDecimal.ZERO;
    long rows = 0;
    for (int partition = 0; partition < 4; partition++) {
      var out = new ByteArrayOutputStream();
      format.writeTo(out, partition);
      rows += format.rows(partition);
      for (NamedCsvRecord row :
          CsvReader.builder().ofNamedCsvRecord(out.toString(StandardCharsets.UTF_8))) {
        var cost = new BigDecimal(row.getField("CostInBillingCurrency"));
        whole = whole.add(cost);
        if (row.getField("SubscriptionId").isEmpty()) {
          assertThat(row.getField("ChargeType")).isEqualTo("Purchase");
          bought = bought.add(cost);
        }
        rows--;
      }
    }

    var truth = world.truth(buyer.number(), MONTH, SETTLED);
    assertThat(rows).isZero();
    assertThat(bought)
        .isEqualByComparingTo("2930.355004")
        .isEqualByComparingTo(cost(truth.get(SubscriptionId.NONE)));
    assertThat(whole)
        .isEqualByComparingTo(
            truth.values().stream()
                .map(UsageSimulatorTests::cost)
                .reduce(BigDecimal.ZERO, BigDecimal::add))
        .isEqualByComparingTo(
            sum(world.dailyCost(buyer.number(), MONTH.atDay(1), MONTH.atEndOfMonth()).values()));
    assertThat(world.truth(buyer.number(), MONTH, MONTH.atDay(2)).get(SubscriptionId.NONE))
        .containsOnlyKeys(MONTH.atDay(1));
  }

  private static BigDecimal cost(Map<LocalDate, Totals> days) {
    return sum(days.values().stream().map(Totals::cost).toList());
  }

  @Test
  void theSameSeedIsTheSameReport() throws IOException {
    assertThat(legacy(SETTLED)).isEqualTo(legacy(SETTLED));
  }

  @Test
  void aReportEndsWithItsDay() {
    LocalDate asOf = LocalDate.of(2026, 1, 12);
    assertThat(simulator.truth(number, MONTH, asOf).values())
        .allSatisfy(days -> assertThat(days.keySet()).allMatch(day -> !day.isAfter(asOf)))
        .anySatisfy(days -> assertThat(days).containsKey(asOf));
    assertThat(simulator.truth(number, MONTH, LocalDate.of(2025, 12, 31))).isEmpty();
  }

  @Test
  void linesChangeLateAndThenSettle() {
    LocalDate day = LocalDate.of(2026, 1, 12);
    var first = onDay(day, day);
    var settled = onDay(day, day.plusDays(5));
    assertThat(settled).isNotEqualTo(first);
    assertThat(onDay(day, day.plusDays(30))).isEqualTo(settled);
  }

  private List<Totals> onDay(LocalDate day, LocalDate asOf) {
    return simulator.truth(number, MONTH, asOf).values().stream()
        .map(days -> days.getOrDefault(day, Totals.NONE))
        .toList();
  }

  @Test
  void aClosedMonthIsRestatedForOneSubscription() {
    var before = simulator.truth(number, MONTH, RESTATED.minusDays(1));
    var after = simulator.truth(number, MONTH, RESTATED);
    assertThat(before).isEqualTo(simulator.truth(number, MONTH, SETTLED));
    assertThat(before.keySet().stream().filter(id -> !before.get(id).equals(after.get(id))))
        .hasSize(1);
  }

  @Test
  void reportsHaveTheFlawsOfRealOnes() throws IOException {
    var lines = new HashSet<JsonNode>();
    var keys = new HashSet<String>();
    var tags = new HashSet<String>();
    int repeated = 0;
    int sharing = 0;
    int longest = 0;
    for (JsonNode line : JSON.readTree(legacy(SETTLED))) {
      assertThat(line.size()).isEqualTo(31);
      boolean again = !lines.add(line);
      boolean shares =
          !keys.add(
              line.path("SubscriptionGuid").asString()
                  + line.path("MeterId")
                  + line.path("InstanceId")
                  + line.path("Date"));
      repeated += again ? 1 : 0;
      sharing += shares && !again ? 1 : 0;
      tags.add(line.path("Tags").isNull() ? "null" : line.path("Tags").asString());
      longest = Math.max(longest, line.path("ExtendedCost").decimalValue().precision());
    }
    assertThat(repeated).isPositive();
    assertThat(sharing).isPositive();
    assertThat(longest).isGreaterThan(20);
    assertThat(keys).anyMatch(key -> key.contains("??"));
    assertThat(tags)
        .contains("null", "")
        .anyMatch(tag -> tag.startsWith("{") && !tag.endsWith("}"))
        .anyMatch(tag -> tag.contains("\"env\": \"prod\""));
  }

  @Test
  void aYearGrowsAndHasSomeAnomalies() {
    LocalDate from = LocalDate.of(2025, 1, 1);
    LocalDate to = LocalDate.of(2025, 12, 31);
    assertThat(simulator.anomalies(number, from, to))
        .hasSizeBetween(5, 60)
        .allMatch(anomaly -> anomaly.factor() > 2);
    var daily = simulator.dailyCost(number, from, to);
    assertThat(daily).hasSize(365);
    BigDecimal start = sum(daily.headMap(from.plusDays(28)).values());
    BigDecimal end = sum(daily.tailMap(to.minusDays(27)).values());
    assertThat(end).isGreaterThan(start.multiply(new BigDecimal("1.1")));
  }
}
