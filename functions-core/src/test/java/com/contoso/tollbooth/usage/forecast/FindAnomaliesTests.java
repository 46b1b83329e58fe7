package com.contoso.tollbooth.usage.forecast;

import static com.contoso.tollbooth.usage.forecast.SampleLedger.ENROLLMENT;
import static com.contoso.tollbooth.usage.forecast.SampleLedger.PRODUCTION;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.UsageMail;
import com.contoso.tollbooth.usage.UsageRights;
import com.contoso.tollbooth.usage.forecast.Anomaly.Direction;
import java.math.BigDecimal;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class FindAnomaliesTests {
  private static final LocalDate START = LocalDate.of(2025, 9, 1);
  // a Tuesday
  private static final LocalDate DAY = LocalDate.of(2026, 3, 10);
  private static final LocalDate TODAY = LocalDate.of(2026, 3, 14);
  private static final SubscriptionId OTHER = new SubscriptionId("other");

  private final SampleLedger ledger = new SampleLedger();

  @Test
  void findsADayThatDepartsFromItsWeekday() {
    fill(day -> day.equals(DAY) ? 400 : usual(day));

    assertThat(find())
        .singleElement()
        .satisfies(
            anomaly -> {
              assertThat(anomaly.direction()).isEqualTo(Direction.HIGH);
              assertThat(anomaly.first()).isEqualTo(DAY);
              assertThat(anomaly.last()).isEqualTo(DAY);
              assertThat(anomaly.actual()).isEqualByComparingTo("400");
              assertThat(anomaly.expected()).isEqualByComparingTo("100");
              assertThat(anomaly.sentence())
                  .isEqualTo(
                      "Contoso prod cost 400.00 EUR on Tuesday 10 March 2026, 300.00 more than the"
                          + " 100.00 that is usual for the weekday.");
            });
  }

  @Test
  void findsAnOrdinaryAmountOnTheWrongWeekday() {
    LocalDate sunday = LocalDate.of(2026, 3, 8);
    fill(day -> day.equals(sunday) ? 100 : usual(day));

    assertThat(find()).extracting(Anomaly::first).containsExactly(sunday);
  }

  @Test
  void isSilentAboutNoise() {
    Random random = new Random(7);
    fill(day -> (int) (usual(day) * 10 * Math.exp(0.1 * random.nextGaussian())));

    assertThat(find()).isEmpty();
  }

  @Test
  void isSilentAboutSmallMoney() {
    fill(day -> day.equals(DAY) ? 30 : 1);

    assertThat(find()).isEmpty();
  }

  @Test
  void isSilentAboutAFeeThatComesEveryMonth() {
    fill(day -> usual(day) + (day.getDayOfMonth() == 10 ? 900 : 0));

    assertThat(find()).isEmpty();
  }

  @Test
  void findsAFeeThatIsMuchHigherThanLastMonth() {
    fill(day -> usual(day) + (day.equals(DAY) ? 2000 : day.getDayOfMonth() == 10 ? 900 : 0));

    assertThat(find())
        .singleElement()
        .satisfies(it -> assertThat(it.expected()).isEqualByComparingTo("1000"));
  }

  @Test
  void tellsWhatLastsOnceAndUnderOneId() {
    fill(day -> day.isBefore(DAY.minusDays(9)) ? usual(day) : 5 * usual(day));

    List<Anomaly> early = find(DAY.minusDays(8), DAY.minusDays(8));
    List<Anomaly> late = find(DAY, DAY);

    assertThat(late).hasSize(1);
    assertThat(late.getFirst().first()).isEqualTo(DAY.minusDays(9));
    assertThat(late.getFirst().days()).isEqualTo(10);
    assertThat(late.getFirst().id()).isEqualTo(early.getFirst().id());
  }

  @Test
  void takesALastingChangeInAsTheNewPattern() {
    LocalDate change = DAY.minusWeeks(7);
    fill(day -> day.isBefore(change) ? usual(day) : 5 * usual(day));

    assertThat(find()).isEmpty();
  }

  @Test
  void findsASubscriptionThatStopsWhileOthersGoOn() {
    ledger.put(PRODUCTION, "EUR", START, DAY.minusDays(1), day -> "" + usual(day));
    ledger.put(OTHER, "EUR", START, TODAY, day -> "" + usual(day));

    assertThat(find(DAY, TODAY))
        .singleElement()
        .satisfies(
            anomaly -> {
              assertThat(anomaly.subscription()).isEqualTo(PRODUCTION);
              assertThat(anomaly.direction()).isEqualTo(Direction.LOW);
              // the two last days are incomplete
              assertThat(anomaly.last()).isEqualTo(TODAY.minusDays(2));
            });
  }

  @Test
  void doesNotCallDaysLowThatTheLedgerHasNotReached() {
    ledger.put(PRODUCTION, "EUR", START, DAY.minusDays(3), day -> "" + usual(day));

    assertThat(find(DAY.minusDays(5), TODAY)).isEmpty();
  }

  @Test
  void callsAnIncompleteDayHighAndNeverLow() {
    fill(day -> usual(day));
    ledger.put(OTHER, "EUR", START, TODAY.minusDays(1), day -> "" + usual(day));
    ledger.put(ENROLLMENT, OTHER, "EUR", TODAY, "2");
    ledger.put(ENROLLMENT, PRODUCTION, "EUR", TODAY, "700");

    assertThat(find(TODAY, TODAY))
        .extracting(Anomaly::subscription, Anomaly::direction)
        .containsExactly(tuple(PRODUCTION, Direction.HIGH));
  }

  @Test
  void hasNoOpinionOfAYoungSubscription() {
    fill(day -> usual(day));
    ledger.put(OTHER, "EUR", DAY.minusDays(20), TODAY, day -> day.equals(DAY) ? "900" : "10");

    assertThat(find()).isEmpty();
  }

  @Test
  void hidesWhatTheReaderMayNotSee() {
    fill(day -> day.equals(DAY) ? 400 : usual(day));
    var rights = new UsageRights.Only(Set.of(OTHER));

    assertThat(findAnomalies().apply(new AnomalyQuery(rights, Set.of(), DAY, DAY, TODAY)))
        .isEmpty();
  }

  @Test
  void mailsAnAnomalyUnderTheSameIdHoweverLongItLasts() {
    fill(day -> day.isBefore(DAY) ? usual(day) : 5 * usual(day));
    AnomalyMail compose =
        new AnomalyMail(new AnomalySettings(8, 5, BigDecimal.valueOf(50), 0.25, true));

    List<UsageMail> first = compose.apply(find(DAY, DAY));
    List<UsageMail> next = compose.apply(find(DAY.plusDays(1), DAY.plusDays(1)));

    assertThat(first).hasSize(1);
    assertThat(first.getFirst().subject())
        .isEqualTo("TollBooth: Contoso prod costs more than usual since 2026-03-10");
    assertThat(first.getFirst().text()).contains("400.00 more than the 100.00");
    assertThat(next).extracting(UsageMail::id).containsExactly(first.getFirst().id());
  }

  @Test
  void mailsNothingUnlessConfigured() {
    fill(day -> day.equals(DAY) ? 400 : usual(day));

    assertThat(new AnomalyMail(AnomalySettings.DEFAULT).apply(find())).isEmpty();
  }

  private static int usual(LocalDate day) {
    return day.getDayOfWeek().compareTo(DayOfWeek.SATURDAY) >= 0 ? 20 : 100;
  }

  private void fill(Function<LocalDate, Integer> cost) {
    ledger.put(PRODUCTION, "EUR", START, TODAY, day -> "" + cost.apply(day));
  }

  private List<Anomaly> find() {
    return find(DAY.minusDays(6), DAY);
  }

  private List<Anomaly> find(LocalDate from, LocalDate to) {
    return findAnomalies()
        .apply(new AnomalyQuery(new UsageRights.All(), Set.of(), from, to, TODAY));
  }

  private FindAnomalies findAnomalies() {
    return new FindAnomalies(ledger, ForecastSettings.DEFAULT, AnomalySettings.DEFAULT);
  }
}
