package com.contoso.tollbooth.usage.forecast;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.usage.forecast.BackTestRow.Errors;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class BackTestTests {
  private static final Map<String, List<BackTestRow>> ROWS = new LinkedHashMap<>();

  @BeforeAll
  static void forecastEveryKind() {
    SampleCosts.KINDS.forEach(
        kind ->
            ROWS.put(
                kind.name(),
                BackTest.of(
                    LongStream.range(0, 4)
                        .mapToObj(
                            seed ->
                                SampleCosts.of(kind, seed, YearMonth.of(2025, 1 + (int) seed), 10))
                        .toList())));
    print();
  }

  @Test
  void missesLessThanBothNaiveForecastsOnEveryDayOfTheMonth() {
    for (int row = 0; row < 5; row++) {
      double ours = mean(row, each -> each.method().weighted());

      assertThat(ours).isLessThan(0.6 * mean(row, each -> each.lastMonth().weighted()));
      assertThat(ours).isLessThan(0.8 * mean(row, each -> each.runRate().weighted()));
      assertThat(mean(row, each -> each.method().mean()))
          .isLessThan(mean(row, each -> each.lastMonth().mean()))
          .isLessThan(mean(row, each -> each.runRate().mean()));
    }
  }

  @Test
  void losesBadlyNowhere() {
    ROWS.forEach(
        (kind, rows) ->
            assertThat(rows)
                .as(kind)
                .allSatisfy(
                    row -> {
                      double naive = Math.min(row.lastMonth().weighted(), row.runRate().weighted());
                      assertThat(row.method().weighted()).isLessThan(1.15 * naive + 0.003);
                    }));
  }

  @Test
  void holdsFourMonthsOfFiveWithinItsInterval() {
    for (int row = 0; row < 5; row++) {
      assertThat(mean(row, BackTestRow::covered)).isBetween(0.7, 0.9);
    }
  }

  @Test
  void seesOnlyTheDaysBeforeTheForecast() {
    LocalDate first = LocalDate.of(2025, 1, 1);
    List<BigDecimal> flat = Collections.nCopies(31 + 28 + 31, BigDecimal.TEN);
    List<BigDecimal> surprise =
        IntStream.range(0, flat.size())
            .mapToObj(day -> day < 31 + 28 + 25 ? BigDecimal.TEN : BigDecimal.valueOf(60))
            .toList();

    BackTestRow known = BackTest.of(List.of(new DailySeries(first, flat))).getLast();
    BackTestRow unforeseen = BackTest.of(List.of(new DailySeries(first, surprise))).getLast();

    assertThat(known.months()).isEqualTo(2);
    assertThat(known.method()).isEqualTo(new Errors(0, 0));
    // March comes to 610 instead of the forecast 310, February to the 280 that was forecast
    assertThat(unforeseen.method().weighted()).isEqualTo(300.0 / (610 + 280));
    assertThat(unforeseen.covered()).isEqualTo(0.5);
  }

  @Test
  void forecastsNothingWithoutAMonthBefore() {
    List<BackTestRow> rows =
        BackTest.of(
            List.of(
                new DailySeries(
                    LocalDate.of(2025, 1, 1), Collections.nCopies(31, BigDecimal.ONE))));

    assertThat(rows).isEmpty();
  }

  private static double mean(int row, ToDoubleFunction<BackTestRow> figure) {
    return ROWS.values().stream()
        .mapToDouble(rows -> figure.applyAsDouble(rows.get(row)))
        .average()
        .orElseThrow();
  }

  private static void print() {
    System.out.println("weighted error in %: ours, last month, run rate; share in the interval");
    ROWS.forEach((kind, rows) -> print(kind, rows));
    System.out.printf("%-12s", "mean");
    for (int row = 0; row < 5; row++) {
      System.out.printf(
          " | %4.1f %4.1f %5.1f %.2f",
          100 * mean(row, each -> each.method().weighted()),
          100 * mean(row, each -> each.lastMonth().weighted()),
          100 * mean(row, each -> each.runRate().weighted()),
          mean(row, BackTestRow::covered));
    }
    System.out.println();
  }

  private static void print(String kind, List<BackTestRow> rows) {
    System.out.printf("%-12s", kind);
    for (BackTestRow row : rows) {
      System.out.printf(
          " | %4.1f %4.1f %5.1f %.2f",
          100 * row.method().weighted(),
          100 * row.lastMonth().weighted(),
          100 * row.runRate().weighted(),
          row.covered());
    }
    System.out.println();
  }
}
