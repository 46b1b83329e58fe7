package com.contoso.tollbooth.usage.forecast;

import static com.contoso.tollbooth.usage.forecast.SampleLedger.ENROLLMENT;
import static com.contoso.tollbooth.usage.forecast.SampleLedger.PRODUCTION;
import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.UsageRights;
import com.contoso.tollbooth.usage.forecast.Trend.Basis;
import com.contoso.tollbooth.usage.forecast.TrendPoint.Kind;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ReadTrendTests {
  private static final YearMonth MARCH = YearMonth.of(2026, 3);
  private static final LocalDate AUTUMN = LocalDate.of(2025, 10, 1);
  private static final UsageRights ALL = new UsageRights.All();

  private final SampleLedger ledger = new SampleLedger();
  private final ReadTrend readTrend = new ReadTrend(ledger, ForecastSettings.DEFAULT);

  @Test
  void forecastsThePatternOfWeekdaysAndTheFeeOfTheFirst() {
    fill(AUTUMN, MARCH.atDay(12));

    Trend.InCurrency trend = march(12);

    // 22 weekdays of 100, 9 weekend days of 40, and 500 on the first
    assertThat(end(trend))
        .isEqualTo(new Trend.MonthEnd(d("3060.00"), d("3060.00"), d("3060.00"), Basis.PATTERN));
    assertThat(trend.naive().lastMonth()).isEqualByComparingTo("2820");
    assertThat(trend.naive().runRate()).isGreaterThan(d("3900"));
  }

  @Test
  void expectsTheFeeOfTheMonthThatIsAboutToBegin() {
    fill(AUTUMN, MARCH.atDay(1).minusDays(1));

    Trend.InCurrency trend = march(1);

    assertThat(end(trend).cost()).isEqualByComparingTo("3060");
    assertThat(trend.toDate()).isZero();
    assertThat(trend.samePoint()).isEqualTo(new Trend.SamePoint(0, d("0"), d("0")));
    assertThat(trend.naive().runRate()).isNull();
  }

  @Test
  void leavesIncompleteDaysOutOfTheForecast() {
    fill(AUTUMN, MARCH.atDay(10));
    put(MARCH.atDay(11), "3");
    put(MARCH.atDay(12), "1");

    Trend.InCurrency trend = march(12);

    assertThat(end(trend).cost()).isEqualByComparingTo("3060");
    assertThat(trend.toDate()).isEqualByComparingTo("1324");
    assertThat(trend.points())
        .filteredOn(point -> point.day().equals(MARCH.atDay(12)))
        .containsExactly(
            new TrendPoint(MARCH.atDay(12), Kind.INCOMPLETE, d("1"), d("1"), d("1")),
            new TrendPoint(MARCH.atDay(12), Kind.FORECAST, d("100.00"), d("100.00"), d("100.00")));
  }

  @Test
  void expectsNoLessOfAnIncompleteDayThanIsThereAlready() {
    fill(AUTUMN, MARCH.atDay(10));
    put(MARCH.atDay(11), "950");

    assertThat(end(march(12)).cost()).isEqualByComparingTo("3910");
  }

  @Test
  void takesDaysThatTheLedgerHasNotReachedAsMissingAndNotAsFree() {
    fill(AUTUMN, MARCH.atDay(6));

    Trend.InCurrency trend = march(12);

    assertThat(trend.samePoint().days()).isEqualTo(6);
    assertThat(end(trend).cost()).isEqualByComparingTo("3060");
  }

  @Test
  void comparesBothMonthsAfterAsManyCompleteDays() {
    fill(AUTUMN, MARCH.atDay(12));

    // ten days: in either month they begin on a Sunday and cost 7 × 100 + 3 × 40 + 500
    assertThat(march(12).samePoint()).isEqualTo(new Trend.SamePoint(10, d("1320"), d("1320")));
  }

  @Test
  void comparesWithTheWholeOfAShorterMonth() {
    fill(AUTUMN, MARCH.atDay(31));

    assertThat(march(31).samePoint().days()).isEqualTo(29);
    assertThat(march(31).samePoint().lastMonth()).isEqualByComparingTo("2820");
  }

  @Test
  void comparesWholeMonthsOnceTheMonthIsOver() {
    fill(AUTUMN, MARCH.atEndOfMonth());
    YearMonth february = MARCH.minusMonths(1);

    Trend.InCurrency trend =
        only(readTrend.apply(new TrendQuery(ALL, Set.of(), february, null, MARCH.atDay(20))));

    assertThat(trend.samePoint()).isEqualTo(new Trend.SamePoint(28, d("2820"), d("3060")));
    assertThat(end(trend))
        .isEqualTo(new Trend.MonthEnd(d("2820"), d("2820"), d("2820"), Basis.ACTUAL));
    assertThat(trend.points()).hasSize(28).allMatch(point -> point.kind() == Kind.ACTUAL);
  }

  @Test
  void saysSoWhenThereIsTooLittlePastForAPattern() {
    fill(MARCH.atDay(1), MARCH.atDay(10));

    Trend.MonthEnd end = end(march(12));

    assertThat(end.basis()).isEqualTo(Basis.RUN_RATE);
    assertThat(end.cost()).isEqualByComparingTo("4092.00");
    assertThat(end.low()).isEqualByComparingTo("2706.00");
    assertThat(end.high()).isEqualByComparingTo("5478.00");
    assertThat(march(12).samePoint().lastMonth()).isNull();
  }

  @Test
  void saysSoWhenThePatternIsUntried() {
    fill(MARCH.minusMonths(1).atDay(5), MARCH.atDay(10));

    assertThat(end(march(12)).basis()).isEqualTo(Basis.UNTRIED_PATTERN);
    assertThat(end(march(12)).high()).isGreaterThan(d("3400"));
  }

  @Test
  void boundsTheIntervalOfASeriesThatWasNextToNothing() {
    LocalDate start = MARCH.minusMonths(1).atDay(20);
    ledger.put(PRODUCTION, "EUR", AUTUMN, start.minusDays(1), day -> "0.000001");
    ledger.put(PRODUCTION, "EUR", start, MARCH.atDay(12), day -> "100");

    Trend.MonthEnd end = end(march(12));

    assertThat(end.cost()).isBetween(d("2500"), d("3500"));
    assertThat(end.high()).isBetween(d("4000"), d("6000"));
  }

  @Test
  void forecastsNothingFromIncompleteDaysAlone() {
    put(MARCH.atDay(11), "10");
    put(MARCH.atDay(12), "10");

    assertThat(march(12).monthEnd()).isNull();
    assertThat(march(12).toDate()).isEqualByComparingTo("20");
  }

  @Test
  void addsNoCurrencyToAnother() {
    fill(AUTUMN, MARCH.atDay(12));
    ledger.put(PRODUCTION, "USD", AUTUMN, MARCH.atDay(12), day -> "7");

    Trend both = readTrend.apply(new TrendQuery(ALL, Set.of(), MARCH, null, MARCH.atDay(12)));
    Trend dollars = readTrend.apply(new TrendQuery(ALL, Set.of(), MARCH, "USD", MARCH.atDay(12)));

    assertThat(both.currencies())
        .extracting(Trend.InCurrency::currency)
        .containsExactly("EUR", "USD");
    assertThat(end(both.currencies().getFirst()).cost()).isEqualByComparingTo("3060");
    assertThat(end(only(dollars)).cost()).isEqualByComparingTo("217");
  }

  @Test
  void keepsEveryDigitOfWhatIsKnown() {
    put(MARCH.atDay(1), "0.1000000000000000000001");
    put(MARCH.atDay(1), "0.0200000000000000000002");

    assertThat(march(12).toDate()).isEqualByComparingTo("0.1200000000000000000003");
  }

  @Test
  void seesOnlyWhatTheReaderMaySeeAndAsksFor() {
    fill(AUTUMN, MARCH.atDay(12));
    put(MARCH.atDay(3), "100000");
    SubscriptionId test = new SubscriptionId("test");
    ledger.put(test, "EUR", MARCH.atDay(1), MARCH.atDay(12), day -> "1");
    ledger.put(new EnrollmentNumber("200"), test, "EUR", MARCH.atDay(4), "9000");
    UsageRights rights = new UsageRights.Only(Set.of(test));

    Trend trend =
        readTrend.apply(new TrendQuery(rights, Set.of(ENROLLMENT), MARCH, null, MARCH.atDay(12)));

    assertThat(only(trend).toDate()).isEqualByComparingTo("12");
  }

  @Test
  void knowsNothingOfAMonthToCome() {
    fill(AUTUMN, MARCH.atDay(12));

    Trend trend =
        readTrend.apply(new TrendQuery(ALL, Set.of(), MARCH.plusMonths(1), null, MARCH.atDay(12)));

    assertThat(trend.currencies()).isEmpty();
  }

  private void fill(LocalDate from, LocalDate to) {
    ledger.put(
        PRODUCTION,
        "EUR",
        from,
        to,
        day -> {
          boolean weekend = day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0;
          int fee = day.getDayOfMonth() == 1 ? 500 : 0;
          return String.valueOf((weekend ? 40 : 100) + fee);
        });
  }

  private void put(LocalDate day, String cost) {
    ledger.put(ENROLLMENT, PRODUCTION, "EUR", day, cost);
  }

  private Trend.InCurrency march(int asOf) {
    return only(readTrend.apply(new TrendQuery(ALL, Set.of(), MARCH, null, MARCH.atDay(asOf))));
  }

  private static Trend.InCurrency only(Trend trend) {
    assertThat(trend.currencies()).hasSize(1);
    return trend.currencies().getFirst();
  }

  private static Trend.MonthEnd end(Trend.InCurrency trend) {
    Trend.MonthEnd end = trend.monthEnd();
    assertThat(end).isNotNull();
    return end;
  }

  private static BigDecimal d(String amount) {
    return new BigDecimal(amount);
  }
}
