package com.contoso.tollbooth.usage.split;

import static com.contoso.tollbooth.usage.UsageFolder.ERRORS;
import static com.contoso.tollbooth.usage.UsageFolder.NEW_DAILY_USAGE;
import static com.contoso.tollbooth.usage.split.SplitTestbed.LATER;
import static com.contoso.tollbooth.usage.split.SplitTestbed.MARCH;
import static com.contoso.tollbooth.usage.split.SplitTestbed.NAMES;
import static com.contoso.tollbooth.usage.split.SplitTestbed.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.RawReport;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.StoredFile;
import com.contoso.tollbooth.usage.split.SplitOutcome.Refused;
import com.contoso.tollbooth.usage.split.SplitOutcome.Split;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RedriveReportTests {
  private static final Fetch AGAIN = new Fetch(MARCH.enrollment(), MARCH.month(), LATER);
  private static final String GOOD = line("03/01/2026", "1", "2");
  private static final String BAD = line("03/32/2026", "10", "20");
  private static final String WORSE = line("03/02/2026", "\"x\"", "40");

  private final SplitTestbed testbed = new SplitTestbed();

  @Test
  void putsMendedLinesInTheirPlaces() {
    testbed.split("[" + GOOD + "," + BAD + "," + WORSE + "]");
    testbed.put(
        ERRORS,
        NAMES.errors(),
        testbed.errors().replace("03/32", "03/31").getBytes(StandardCharsets.UTF_8));

    RawReport renewed = testbed.redrive(NAMES.errors(), LATER);

    assertThat(renewed.fetch()).isEqualTo(AGAIN);
    assertThat(testbed.text(NEW_DAILY_USAGE, AGAIN.rawName()))
        .isEqualTo("[\n" + GOOD + ",\n" + BAD.replace("32", "31") + ",\n" + WORSE + "\n]\n");
    var split = (Split) testbed.splitUsage().apply(renewed);
    assertThat(split.rejected()).isOne();
    assertThat(split.days().getLast().totals().lines()).isOne();
  }

  @Test
  void keepsTheReportAsItWasWhereNothingIsMended() {
    testbed.split("[" + GOOD + "," + BAD + "]");
    String before = testbed.errors();

    var split = (Split) testbed.splitUsage().apply(testbed.redrive(NAMES.errors(), LATER));

    assertThat(split.rejected()).isOne();
    assertThat(testbed.text(ERRORS, String.valueOf(split.errorsName()))).isEqualTo(before);
  }

  @Test
  void takesLinesThatOnlyTheSettingsRejected() {
    testbed.split("[" + GOOD + "," + GOOD.replace("}", ",\"More\":\"\\\\\\\"ü\\u0007\"}") + "]");
    var tight = new SplitTestbed(testbed.files, 90);
    var other = new Fetch(MARCH.enrollment(), MARCH.month(), LATER);
    String report = "[" + GOOD + "," + GOOD.replace("}", ",\n\"More\":\"\\\\\\\"ü\\u0007\"}") + "]";
    var first = (Split) tight.split(other, report.getBytes(StandardCharsets.UTF_8));
    assertThat(first.rejected()).isOne();

    var again = new RunId("20260407T000000000Z");
    var split =
        (Split)
            testbed.splitUsage().apply(testbed.redrive(String.valueOf(first.errorsName()), again));

    assertThat(split.rejected()).isZero();
    assertThat(testbed.lines(split).get(1).further()).containsEntry("More", "\\\"ü\u0007");
  }

  @Test
  void dropsALineWhoseTextWasEmptied() {
    testbed.split("[" + BAD + "," + GOOD + "]");
    testbed.put(
        ERRORS, NAMES.errors(), "{\"line\":1,\"text\":\"\"}".getBytes(StandardCharsets.UTF_8));

    testbed.redrive(NAMES.errors(), LATER);

    assertThat(testbed.text(NEW_DAILY_USAGE, AGAIN.rawName())).isEqualTo("[\n" + GOOD + "\n]\n");
  }

  @Test
  void keepsALineThatWasDeletedFromTheErrorsFile() {
    testbed.split("[" + BAD + "," + GOOD + "]");
    testbed.put(ERRORS, NAMES.errors(), new byte[0]);

    testbed.redrive(NAMES.errors(), LATER);

    assertThat(testbed.text(NEW_DAILY_USAGE, AGAIN.rawName())).contains(BAD, GOOD);
  }

  @Test
  void putsTheErrorsFileOutOfTheWay() throws IOException {
    testbed.split("[" + BAD + "]");

    testbed.redrive(NAMES.errors(), LATER);

    assertThat(testbed.files.list(ERRORS, ""))
        .extracting(StoredFile::name)
        .containsExactly(NAMES.errors() + ".redriven");
  }

  @Test
  void redrivesCsvRowsAsElements() {
    testbed.split("Date,Quantity,SubscriptionId\n03/01/2026,1,a\n03/32/2026,2,b\n03/01/2026,3\n");
    testbed.put(
        ERRORS,
        NAMES.errors(),
        testbed.errors().replace("03/32", "03/31").getBytes(StandardCharsets.UTF_8));

    var split = (Split) testbed.splitUsage().apply(testbed.redrive(NAMES.errors(), LATER));

    assertThat(testbed.lines(split))
        .extracting(line -> line.subscription().value())
        .containsExactly("a", "b");
    assertThat(split.rejected()).isOne();
  }

  @Test
  void redrivesARefusedReportThatAPersonMended() throws IOException {
    assertThat(testbed.split("[" + GOOD)).isInstanceOf(Refused.class);
    testbed.put(ERRORS, NAMES.raw(), ("[" + GOOD + "]").getBytes(StandardCharsets.UTF_8));

    var outcome = testbed.splitUsage().apply(testbed.redrive(NAMES.raw(), LATER));

    assertThat(testbed.lines(outcome)).hasSize(1);
    assertThat(testbed.files.list(ERRORS, ""))
        .extracting(StoredFile::name)
        .containsExactly(NAMES.raw() + ".reason.txt.redriven", NAMES.raw() + ".redriven");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "{\"line\":1,\"text\":\"{\"}",
        "{\"line\":1,\"text\":\"{},{}\"}",
        "{\"line\":1,\"text\":\"{}]\"}",
        "{\"line\":1}",
        "{\"text\":\"{}\"}",
        "{\"line\":2,\"text\":\"{}\"}{\"line\":1,\"text\":\"{}\"}",
        "{\"line\":9,\"text\":\"{}\"}",
        "{\"line\":1,\"text\":",
        "[]",
      })
  void changesNothingWhereTheErrorsFileWasSpoiled(String spoiled) {
    testbed.split("[" + BAD + "," + GOOD + "]");
    testbed.put(ERRORS, NAMES.errors(), spoiled.getBytes(StandardCharsets.UTF_8));
    var before = testbed.everything();

    assertThatThrownBy(() -> testbed.redrive(NAMES.errors(), LATER))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageMatching(".*(line|rejected).*");
    assertThat(testbed.everything()).isEqualTo(before);
  }

  @Test
  void undoesNoLaterReport() {
    testbed.split("[" + BAD + "]");
    testbed.split(AGAIN, ("[" + GOOD + "]").getBytes(StandardCharsets.UTF_8));
    var later = new RunId("20260407T000000000Z");

    assertThatThrownBy(() -> testbed.redrive(NAMES.errors(), later))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining(AGAIN.rawName());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "a", "../x-usage.json", "20260405T041500123Z-1-2026-03-usage.txt"})
  void knowsItsOwnFilesOnly(String name) {
    assertThatThrownBy(() -> new RedriveUsage(name, LATER))
        .isInstanceOf(IllegalArgumentException.class);
  }
}
