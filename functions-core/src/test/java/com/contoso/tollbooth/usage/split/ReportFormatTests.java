package com.contoso.tollbooth.usage.split;

import static com.contoso.tollbooth.usage.split.SplitTestbed.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.Totals;
import com.contoso.tollbooth.usage.UsageLine;
import com.contoso.tollbooth.usage.split.SplitOutcome.Refused;
import com.contoso.tollbooth.usage.split.SplitOutcome.Split;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReportFormatTests {
  private static final String SUBSCRIPTION = "5f0c1a7e-92d3-4b1f-8a55-31c2d9e0b7aa";

  private final SplitTestbed testbed = new SplitTestbed();

  @ParameterizedTest
  @ValueSource(strings = {"legacy-ea.json", "legacy-ea-spaced.json"})
  void readsTheLegacyForm(String fixture) throws IOException {
    List<UsageLine> lines = testbed.lines(testbed.split(fixture(fixture)));

    UsageLine first = lines.getFirst();
    assertThat(first.subscription()).isEqualTo(new SubscriptionId(SUBSCRIPTION));
    assertThat(first.subscriptionName()).isEqualTo("Toll Production");
    assertThat(first.date()).isEqualTo(LocalDate.of(2026, 3, 1));
    assertThat(first.meter())
        .isEqualTo(
            new UsageLine.Meter(
                "8c1d5a60-2f4b-4cf8-9d6b-0a7be2f1c3d4",
                "Compute Hours",
                "Virtual Machines",
                "D2 VM",
                "EU West",
                "1 Hour"));
    assertThat(first.resource())
        .isEqualTo(
            new UsageLine.Resource(
                "/subscriptions/"
                    + SUBSCRIPTION
                    + "/resourceGroups/booths/providers/Microsoft.Compute/virtualMachines/lane-7",
                "booths",
                "westeurope",
                "Microsoft.Compute"));
    assertThat(first.owner()).isEqualTo(new UsageLine.Owner("4711", "Operations", "Roads"));
    assertThat(first.charge())
        .isEqualTo(
            new UsageLine.Charge(
                new BigDecimal("23.999994"),
                new BigDecimal("0.0764"),
                new BigDecimal("1.833599541600"),
                ""));
    assertThat(first.tags()).isEqualTo(Map.of("env", "prod", "team", "lanes"));
    assertThat(first.further())
        .containsEntry("SubscriptionId", "17")
        .containsEntry("Month", "3")
        .containsEntry("AdditionalInfo", "{\"ServiceType\":\"Standard_D2\"}")
        .containsEntry("ServiceInfo2", "")
        .hasSize(11);
  }

  @Test
  void keepsEveryDigitAndMalformedIds() throws IOException {
    List<UsageLine> lines = testbed.lines(testbed.split(fixture("legacy-ea.json")));

    assertThat(lines.get(1).subscription().value()).isEqualTo("not-a-guid");
    assertThat(lines.get(1).charge().quantity())
        .isEqualTo(new BigDecimal("0.000123456789012345678901"));
    assertThat(lines.get(1).resource().id()).isEqualTo("lane-8");
    assertThat(lines.get(1).tags()).isEmpty();
    assertThat(lines.get(2).charge().quantity()).isEqualByComparingTo("0.0000001");
    assertThat(lines.get(2).tags()).isEmpty();
    assertThat(lines.get(2).owner().costCenter()).isEmpty();
  }

  @Test
  void readsPagesOneAfterAnother() throws IOException {
    SplitOutcome outcome = testbed.split(fixture("consumption-v2.json"));

    assertThat(((Split) outcome).whole())
        .isEqualTo(new Totals(3, new BigDecimal("36.5"), new BigDecimal("2.7886")));
    List<UsageLine> lines = testbed.lines(outcome);
    assertThat(lines)
        .extracting(line -> line.date().getDayOfMonth(), line -> line.charge().cost())
        .containsExactly(
            tuple(1, new BigDecimal("1.8336")),
            tuple(2, new BigDecimal("0.9168")),
            tuple(2, new BigDecimal("0.0382")));
    assertThat(lines.getFirst().subscription().value()).isEqualTo(SUBSCRIPTION);
    assertThat(lines.getFirst().owner())
        .isEqualTo(new UsageLine.Owner("4711", "Operations", "Roads"));
    assertThat(lines.getFirst().further()).containsEntry("consumedServiceId", "4");
  }

  @Test
  void writesAnElementOfManyLinesInOne() throws IOException {
    List<UsageLine> lines = testbed.lines(testbed.split(fixture("consumption-v3.json")));

    assertThat(testbed.day(1).lines()).hasSize(3);
    assertThat(lines).hasSize(1);
    assertThat(lines.getFirst().further())
        .containsEntry("partNumber", "AAA-1")
        .containsEntry("chargesBilledSeparately", "false");
  }

  @Test
  void readsCostDetails() throws IOException {
    SplitOutcome outcome = testbed.split(fixture("cost-details.csv"));

    List<UsageLine> lines = testbed.lines(outcome);
    assertThat(lines.getFirst().charge())
        .isEqualTo(
            new UsageLine.Charge(
                new BigDecimal("24"), new BigDecimal("0.0764"), new BigDecimal("1.68"), "EUR"));
    assertThat(lines.getFirst().tags()).isEqualTo(Map.of("env", "prod", "team", "lanes"));
    assertThat(lines.getFirst().owner())
        .isEqualTo(new UsageLine.Owner("4711", "Operations", "Roads"));
    assertThat(lines.get(1).charge())
        .isEqualTo(
            new UsageLine.Charge(
                new BigDecimal("-0.000000000000000000001"), new BigDecimal("0.07"), null, "EUR"));
    assertThat(lines.get(1).further())
        .containsEntry("ProductName", "A \"quoted\"\nname")
        .containsEntry("ChargeType", "Refund");
  }

  @Test
  void writesARowOfACsvAsOneLineOfJson() {
    testbed.split(
        "Date,Quantity,SubscriptionId,Na\\me\n"
            + "03/01/2026,1,Z\u00fcrich-\ud83d\ude97-\u9053,\"a\"\"b\\c\r\nd\te\u0001\u007f\"\n");

    assertThat(testbed.day(1))
        .isEqualTo(
            "[\n{\"Date\":\"03/01/2026\",\"Quantity\":\"1\","
                + "\"SubscriptionId\":\"Z\u00fcrich-\ud83d\ude97-\u9053\","
                + "\"Na\\\\me\":\"a\\\"b\\\\c\\r\\nd\\te\\u0001\u007f\"}\n]\n");
  }

  @Test
  void readsPartitionsOneAfterAnother() throws IOException {
    String csv = "Date,Quantity,SubscriptionId\r\n03/01/2026,1,a\r\n";
    String other = "\ufeffSubscriptionId,Date,Quantity\r\nb,2026-03-01,2\r\n";

    List<UsageLine> lines = testbed.lines(testbed.split(csv + csv + other));

    assertThat(lines)
        .extracting(line -> line.subscription().value() + line.charge().quantity())
        .containsExactly("a1", "a1", "b2");
  }

  @Test
  void keepsColumnsThatShareANameApart() {
    String header = "Date,Quantity,SubscriptionId,Note,Note,Note (2),,\r\n";
    String row = "03/01/2026,1,a,x,y,z,,w\r\n";

    List<UsageLine> lines = testbed.lines(testbed.split(header + row + header + row));

    assertThat(lines).hasSize(2);
    assertThat(lines)
        .extracting(UsageLine::further)
        .containsOnly(Map.of("Note", "x", "Note (3)", "y", "Note (2)", "z", "", "", " (2)", "w"));
  }

  @Test
  void rejectsRowsOfWhichAKnownColumnIsThereTwice() {
    testbed.split("Date,Quantity,Quantity,SubscriptionId\r\n03/01/2026,1,2,a\r\n");

    assertThat(testbed.errors()).contains("'Quantity' is there twice");
  }

  @ParameterizedTest
  @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
  void readsEveryEncodingWithAndWithoutMark(String charset) throws IOException {
    String text = line("03/01/2026", "1", "2").replace("2b9c", "Zürich-\ud83d\ude97-道");
    Charset encoding = Charset.forName(charset);

    for (String mark : List.of("", "\ufeff")) {
      SplitOutcome outcome = new SplitTestbed().split((mark + "[" + text + "]").getBytes(encoding));
      assertThat(((Split) outcome).whole().lines()).isOne();
    }
    testbed.split(("\ufeff[" + text + "]").getBytes(encoding));
    assertThat(testbed.day(1)).isEqualTo("[\n" + text + "\n]\n");
  }

  @Test
  void readsAGzippedReport() throws IOException {
    assertThat(testbed.lines(testbed.split(gzip(fixture("cost-details.csv"))))).hasSize(2);
  }

  @Test
  void refusesWhatBreaksOffBelowItsText() throws IOException {
    byte[] gzip = gzip(fixture("legacy-ea.json"));
    byte[] wide =
        ("\ufeff[" + line("03/01/2026", "1", "2") + "]").getBytes(StandardCharsets.UTF_16LE);

    assertThat(testbed.split(Arrays.copyOf(gzip, gzip.length - 20))).isInstanceOf(Refused.class);
    assertThat(new SplitTestbed().split(Arrays.copyOf(wide, wide.length - 3)))
        .isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Date,Quantity,SubscriptionId\n03/01/2026,1,a\n03/02/20",
        "Date,Quantity,SubscriptionId\n03/01/2026,1,a\n03/02/2026,1,\"a",
      })
  void refusesACsvThatBreaksOff(String csv) {
    assertThat(testbed.split(csv)).isInstanceOf(Refused.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"\\\"env\\\":\\\"prod\\\"", "{\\\"env\\\":\\\"prod\\\"}"})
  void readsTagsWithAndWithoutBraces(String tags) {
    assertThat(tagged("\"" + tags + "\"").tags()).isEqualTo(Map.of("env", "prod"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"no tags", "{\\\"a\\\":1,\\\"a\\\":2}", "{\\\"a\\\":", "[1]"})
  void keepsTagsThatNobodyCanReadAsTheyAre(String tags) {
    UsageLine line = tagged("\"" + tags + "\"");

    assertThat(line.tags()).isEmpty();
    assertThat(line.further()).containsEntry("Tags", tags.replace("\\", ""));
  }

  @Test
  void readsTagsThatAreAnObject() {
    assertThat(tagged("{\"env\":\"prod\"}").tags()).isEqualTo(Map.of("env", "prod"));
  }

  private UsageLine tagged(String tags) {
    String line = line("03/01/2026", "1", "2");
    return testbed
        .lines(testbed.split("[" + line.replace("}", ",\"Tags\":" + tags + "}") + "]"))
        .getFirst();
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(packed)) {
      out.write(bytes);
    }
    return packed.toByteArray();
  }

  private static byte[] fixture(String name) throws IOException {
    try (InputStream in = ReportFormatTests.class.getResourceAsStream("/usage/" + name)) {
      return in.readAllBytes();
    }
  }
}
