package com.contoso.tollbooth.usage.split;

import static com.contoso.tollbooth.usage.UsageFolder.ERRORS;
import static com.contoso.tollbooth.usage.UsageFolder.NEW_DAILY_SPLIT;
import static com.contoso.tollbooth.usage.UsageFolder.NEW_DAILY_USAGE;
import static com.contoso.tollbooth.usage.UsageFolder.PROCESSED_USAGE;
import static com.contoso.tollbooth.usage.split.SplitTestbed.MARCH;
import static com.contoso.tollbooth.usage.split.SplitTestbed.NAMES;
import static com.contoso.tollbooth.usage.split.SplitTestbed.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.RawReport;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.Totals;
import com.contoso.tollbooth.usage.UsageLine;
import com.contoso.tollbooth.usage.split.SplitOutcome.Refused;
import com.contoso.tollbooth.usage.split.SplitOutcome.Split;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SplitUsageTests {
  private static final String FIRST = line("03/01/2026", "1.5", "0.10");
  private static final String SECOND = line("03/02/2026", "2", "0.20");
  private static final String FIRST_AGAIN = line("03/01/2026", "0.25", "-0.05");

  private final SplitTestbed testbed = new SplitTestbed();

  @Test
  void putsEachLineInItsDayInTheOrderOfTheReport() {
    testbed.split("[" + FIRST + "," + SECOND + ",\r\n " + FIRST_AGAIN + " ]\n");

    assertThat(testbed.day(1)).isEqualTo("[\n" + FIRST + ",\n" + FIRST_AGAIN + "\n]\n");
    assertThat(testbed.day(2)).isEqualTo("[\n" + SECOND + "\n]\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "\"SubscriptionId\":\"\",",
        "\"SubscriptionGuid\":\"  \",\"SubscriptionId\":null,",
      })
  void keepsALineThatBelongsToNoSubscription(String subscription) {
    String line = "{" + subscription + "\"Date\":\"03/01/2026\",\"Quantity\":1,\"Cost\":4500.25}";

    var split = (Split) testbed.split("[" + FIRST + "," + line + "]");

    assertThat(split.rejected()).isZero();
    assertThat(testbed.lines(split))
        .extracting(UsageLine::subscription)
        .containsExactly(new SubscriptionId("2b9c"), SubscriptionId.NONE);
    assertThat(split.whole().cost()).isEqualByComparingTo("4500.35");
  }

  @Test
  void sumsTheDaysToTheWhole() {
    var split = (Split) testbed.split("[" + FIRST + "," + SECOND + "," + FIRST_AGAIN + "]");

    assertThat(split.whole())
        .isEqualTo(new Totals(3, new BigDecimal("3.75"), new BigDecimal("0.25")));
    assertThat(split.days().stream().map(DayFile::totals).reduce(Totals.NONE, Totals::plus))
        .isEqualTo(split.whole());
    assertThat(split.days().getFirst().totals())
        .isEqualTo(new Totals(2, new BigDecimal("1.75"), new BigDecimal("0.05")));
    assertThat(split.rejected()).isZero();
    assertThat(split.errorsName()).isNull();
  }

  @Test
  void givesEveryDayOfAMonthThatIsOverAFile() {
    var split = (Split) testbed.split("[" + FIRST + "]");

    assertThat(split.days()).extracting(DayFile::day).containsExactlyElementsOf(allOfMarch(31));
    assertThat(testbed.day(31)).isEqualTo("[\n]\n");
    assertThat(split.days().get(30).totals()).isEqualTo(Totals.NONE);
  }

  @Test
  void givesFilesUpToTheDayOfTheRunAndToLaterDaysThatHaveLines() {
    var fetch = new Fetch(MARCH.enrollment(), MARCH.month(), new RunId("20260303T041500123Z"));
    String report = "[" + FIRST + "," + line("2026-03-09", "1", "1") + "]";

    var split = (Split) testbed.split(fetch, report.getBytes(StandardCharsets.UTF_8));

    assertThat(split.days())
        .extracting(day -> day.day().getDayOfMonth())
        .containsExactly(1, 2, 3, 9);
  }

  private static Iterable<LocalDate> allOfMarch(int last) {
    return MARCH.month().atDay(1).datesUntil(MARCH.month().atDay(last).plusDays(1)).toList();
  }

  @Test
  void describesTheFilesAsTheyAreStored() throws IOException {
    var split = (Split) testbed.split("[" + FIRST + "]");

    for (DayFile day : split.days()) {
      assertThat(testbed.files.find(NEW_DAILY_SPLIT, day.file().name())).contains(day.file());
    }
  }

  @Test
  void movesTheReportAwayWhenItIsSplit() throws IOException {
    testbed.split("[" + FIRST + "]");

    assertThat(testbed.files.find(NEW_DAILY_USAGE, NAMES.raw())).isEmpty();
    assertThat(testbed.text(PROCESSED_USAGE, NAMES.raw())).isEqualTo("[" + FIRST + "]");
    assertThat(testbed.files.list(ERRORS, "")).isEmpty();
  }

  @Test
  void returnsTheSameWhenAskedAgain() {
    SplitOutcome first = testbed.split("[" + FIRST + "," + line("04/01/2026", "1", "1") + "]");
    var before = testbed.everything();

    SplitOutcome again =
        testbed.splitUsage().apply(new RawReport(MARCH, ((Split) first).days().getFirst().file()));

    assertThat(again).isEqualTo(first);
    assertThat(testbed.everything()).isEqualTo(before);
  }

  @Test
  void splitsAReportThatACrashMovedBeforeItsManifestWasKept() throws IOException {
    SplitOutcome first = testbed.split("[" + FIRST + "]");
    testbed.files.delete(NEW_DAILY_SPLIT, NAMES.split());

    assertThat(
            testbed
                .splitUsage()
                .apply(new RawReport(MARCH, ((Split) first).days().getFirst().file())))
        .isEqualTo(first);
    assertThat(testbed.files.find(PROCESSED_USAGE, NAMES.raw())).isPresent();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        " [ ] \n",
        "{\"id\":\"x\",\"data\":[],\"nextLink\":null}",
        "\"Usage Data Extract\"\r\n",
        "Usage Data Extract,,\r\n\r\nDate,Consumed Quantity,ExtendedCost\r\n"
      })
  void takesAReportWithoutLinesForAMonthWithoutUsage(String report) {
    var split = (Split) testbed.split(report);

    assertThat(split.whole()).isEqualTo(Totals.NONE);
    assertThat(split.days()).hasSize(31).allMatch(day -> day.totals().lines() == 0);
    assertThat(testbed.day(1)).isEqualTo("[\n]\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " \n",
        "[",
        "[%1$s",
        "[%1$s,",
        "[%1$s}]",
        "[%1$s,{\"Date\":\"03/01/20",
        "[%1$s,{\"Date\":\"03/01/2026\"]",
        "[%1$s]]",
        "[%1$s][%1$s]",
        "{\"error\":{\"code\":\"Throttled\"}}",
        "{\"id\":\"x\",\"data\":[%1$s],\"nextLink\":\"http://127.0.0.1/next\"}",
        "{\"id\":\"x\",\"data\":[%1$s],\"nextLink\":null} {\"id\":\"x\",\"data\":[",
        "<html>Service Unavailable</html>",
        "not,a,report\r\n1,2,3\r\n",
        "17",
        "null"
      })
  void refusesAReportThatIsNotWholeAndTouchesNoDay(String report) throws IOException {
    SplitOutcome outcome = testbed.split(report.formatted(FIRST));

    assertThat(outcome).isInstanceOf(Refused.class);
    assertThat(testbed.files.list(NEW_DAILY_SPLIT, "")).isEmpty();
    assertThat(testbed.files.list(NEW_DAILY_USAGE, "")).isEmpty();
    assertThat(testbed.text(ERRORS, NAMES.raw())).isEqualTo(report.formatted(FIRST));
    assertThat(testbed.text(ERRORS, NAMES.reason()))
        .isEqualTo(((Refused) outcome).reason())
        .isNotBlank();
  }

  @Test
  void saysAfterWhichLineAReportBreaksOff() {
    SplitOutcome outcome = testbed.split("[" + FIRST + "," + SECOND + ",{\"Date\":");

    assertThat(((Refused) outcome).reason()).contains("after line 2");
  }

  @Test
  void keepsTheDaysOfTheLastReportWhenTheNextIsRefused() {
    testbed.split("[" + FIRST + "]");
    var next = new Fetch(MARCH.enrollment(), MARCH.month(), SplitTestbed.LATER);

    testbed.split(next, ("[" + SECOND).getBytes(StandardCharsets.UTF_8));

    assertThat(testbed.day(1)).contains(FIRST);
    assertThat(testbed.day(2)).isEqualTo("[\n]\n");
  }

  @Test
  void refusesAgainWhatItRefused() {
    SplitOutcome first = testbed.split("[");

    SplitOutcome again =
        testbed
            .splitUsage()
            .apply(new RawReport(MARCH, testbed.put(NEW_DAILY_USAGE, "other", new byte[0])));

    assertThat(again).isEqualTo(first);
  }

  @Test
  void failsWhereThereIsNoReport() {
    var report = new RawReport(MARCH, testbed.put(NEW_DAILY_USAGE, "other", new byte[0]));

    assertThatThrownBy(() -> testbed.splitUsage().apply(report))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(NAMES.raw());
  }
}
