package com.contoso.tollbooth.usage.split;

import static com.contoso.tollbooth.usage.UsageFolder.ERRORS;
import static com.contoso.tollbooth.usage.split.SplitTestbed.NAMES;
import static com.contoso.tollbooth.usage.split.SplitTestbed.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.MemoryUsageFiles;
import com.contoso.tollbooth.usage.Totals;
import com.contoso.tollbooth.usage.split.SplitOutcome.Split;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RejectedLinesTests {
  private static final String GOOD = line("03/01/2026", "1", "2");

  private final SplitTestbed testbed = new SplitTestbed();

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{'SubscriptionGuid':'s','Date':'01/32/2026','ConsumedQuantity':1}|no day: '01/32/2026'",
        "{'SubscriptionGuid':'s','Date':'02/30/2026','ConsumedQuantity':1}|no day",
        "{'SubscriptionGuid':'s','Date':'2026-3','ConsumedQuantity':1}|no day",
        "{'SubscriptionGuid':'s','Date':'//','ConsumedQuantity':1}|no day",
        "{'SubscriptionGuid':'s','Date':{},'ConsumedQuantity':1}|no day",
        "{'SubscriptionGuid':'s','Date':'04/01/2026','ConsumedQuantity':1}|not in 2026-03",
        "{'SubscriptionGuid':'s','Date':'03/01/2025','ConsumedQuantity':1}|not in 2026-03",
        "{'SubscriptionGuid':'s','Date':'03/02/2026','ConsumedQuantity':'1,5'}|no number: '1,5'",
        "{'SubscriptionGuid':'s','Date':'03/02/2026','ConsumedQuantity':'NaN'}|no number",
        "{'SubscriptionGuid':'s','Date':'03/02/2026','ConsumedQuantity':true}|no number",
        "{'SubscriptionGuid':'s','Date':'03/02/2026','ConsumedQuantity':[1]}|no number",
        "{'SubscriptionGuid':'s','Date':'03/02/2026','ConsumedQuantity':1e999999999}|no number",
        "{'SubscriptionGuid':'s','Date':'03/02/2026','ConsumedQuantity':'१'}|no number",
        "{'SubscriptionGuid':'s','Date':'03/02/2026','ConsumedQuantity':1,'ExtendedCost':'x'}|'ExtendedCost' is no number",
        "{'SubscriptionGuid':'s','Date':'03/02/2026','ConsumedQuantity':1,'ResourceRate':'x'}|'ResourceRate' is no number",
        "{'SubscriptionGuid':{},'Date':'03/02/2026','ConsumedQuantity':1}|'SubscriptionGuid' is no text",
        "{'SubscriptionGuid':'s','ConsumedQuantity':1}|no date",
        "{'SubscriptionGuid':'s','Date':'','ConsumedQuantity':1}|no date",
        "{'SubscriptionGuid':'s','Date':'03/02/2026','ConsumedQuantity':null}|no quantity",
        "{'SubscriptionGuid':'s','Date':'03/02/2026','ConsumedQuantity':1,'Tags':'','Tags':''}|'Tags' is there twice",
        "{'SubscriptionGuid':'s','Date':'03/02/2026','ConsumedQuantity':1,'X':1,'Y':1,'X':2}|'X' is there twice",
        "{'SubscriptionGuid':'s','Date':'03/02/2026','ConsumedQuantity':1,'Consumed Quantity':1}|'Consumed Quantity' is there twice",
        "{'SubscriptionGuid':'s','Date':'03/02/2026','Date':'03/03/2026','ConsumedQuantity':1}|'Date' is there twice",
        "17|not an object",
        "null|not an object",
        "[{}]|not an object",
        "'a text'|not an object",
        "{}|no date",
      })
  void keepsWhatCannotBeProcessedWithNumberAndReason(String fault, String reason)
      throws IOException {
    String raw = fault.replace('\'', '"');

    var split = (Split) testbed.split("[" + GOOD + "," + raw + "," + GOOD + "]");

    JsonNode line = JsonMapper.shared().readTree(testbed.errors());
    assertThat(line.get("line").asInt()).isEqualTo(2);
    assertThat(line.get("text").asString()).isEqualTo(raw);
    assertThat(line.get("reason").asString()).contains(reason);
    assertThat(split.errorsName()).isEqualTo(NAMES.errors());
    assertThat(split.rejected()).isOne();
    assertThat(split.whole().lines()).isEqualTo(3);
    assertThat(testbed.day(1)).isEqualTo("[\n" + GOOD + ",\n" + GOOD + "\n]\n");
    assertThat(testbed.lines(split)).hasSize(2);
  }

  @Test
  void countsForEachDayWhatWasRejectedOfItOrOfNoKnownDay() {
    String second = line("03/02/2026", "\"x\"", "1");
    String nowhere = line("01/32/2026", "1", "1");
    String elsewhere = line("04/01/2026", "1", "1");

    var split =
        (Split) testbed.split("[" + String.join(",", second, nowhere, GOOD, elsewhere) + "]");

    assertThat(split.days().get(0).rejected()).isEqualTo(1);
    assertThat(split.days().get(1).rejected()).isEqualTo(2);
    assertThat(split.days().get(2).rejected()).isEqualTo(1);
    assertThat(split.rejected()).isEqualTo(3);
  }

  @Test
  void countsInTheWholeWhatIsKnownOfARejectedLine() {
    var split = (Split) testbed.split("[" + GOOD + "," + line("04/01/2026", "5", "7") + "]");

    assertThat(split.whole()).isEqualTo(new Totals(2, new BigDecimal("6"), new BigDecimal("9")));
  }

  @Test
  void prefersTheGuidAndOverlooksAFaultInANameThatDoesNotCount() {
    String line =
        """
        {"SubscriptionId":5,"SubscriptionGuid":"ABC","Date":"03/01/2026","Quantity":"x",\
        "ConsumedQuantity":2,"Cost":"y","CostInBillingCurrency":"3"}""";

    var lines = testbed.lines(testbed.split("[" + line + "]"));

    assertThat(lines.getFirst().subscription().value()).isEqualTo("abc");
    assertThat(lines.getFirst().charge().cost()).isEqualTo(new BigDecimal("3"));
    assertThat(lines.getFirst().further())
        .containsEntry("SubscriptionId", "5")
        .containsEntry("Quantity", "x")
        .containsEntry("Cost", "y");
  }

  @Test
  void rejectsALineOfTenMegabytesWholeAndGoesOn() {
    String huge =
        GOOD.replace("}", ",\"Tags\":\"" + "ü\\\"".repeat(2_500_000) + "\", \"After\":1}");
    assertThat(huge.length()).isGreaterThan(7_000_000);

    var split = (Split) testbed.split("[" + GOOD + "," + huge + "," + GOOD + "]");

    JsonNode line = JsonMapper.shared().readTree(testbed.errors());
    assertThat(line.get("line").asInt()).isEqualTo(2);
    assertThat(line.get("reason").asString()).contains("longer than 1048576 bytes");
    assertThat(line.get("text").asString().equals(huge)).isTrue();
    assertThat(split.days()).extracting(DayFile::rejected).startsWith(1L, 0L);
    assertThat(testbed.day(1)).isEqualTo("[\n" + GOOD + ",\n" + GOOD + "\n]\n");
    assertThat(split.whole().lines()).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"-1,1", "0,0", "1,0"})
  void keepsToTheLimitToTheByte(int spare, int rejected) {
    var tight = new SplitTestbed(new MemoryUsageFiles(), GOOD.length() + spare);

    assertThat(((Split) tight.split("[" + GOOD + "]")).rejected()).isEqualTo(rejected);
    if (rejected > 0) {
      assertThat(JsonMapper.shared().readTree(tight.errors()).get("text").asString())
          .isEqualTo(GOOD);
    }
  }

  @Test
  void rejectsACsvRowOfAnotherWidth() {
    var split =
        (Split)
            testbed.split(
                "Date,Quantity,SubscriptionId\n03/01/2026,1,a\n03/01/2026,2\n03/01/2026,1,a,b\n");

    List<JsonNode> lines =
        testbed.errors().lines().map(line -> JsonMapper.shared().readTree(line)).toList();
    assertThat(lines).extracting(line -> line.get("line").asInt()).containsExactly(2, 3);
    assertThat(lines.getFirst().get("text").asString()).isEqualTo("[\"03/01/2026\",\"2\"]");
    assertThat(split.rejected()).isEqualTo(2);
  }

  @Test
  void leavesNoErrorsFileOfAnEarlierAttempt() throws IOException {
    testbed.put(ERRORS, NAMES.errors(), new byte[] {1});

    testbed.split("[" + GOOD + "]");

    assertThat(testbed.files.list(ERRORS, "")).isEmpty();
  }
}
