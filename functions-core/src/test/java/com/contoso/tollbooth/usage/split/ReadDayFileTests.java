package com.contoso.tollbooth.usage.split;

import static com.contoso.tollbooth.usage.UsageFolder.NEW_DAILY_SPLIT;
import static com.contoso.tollbooth.usage.split.SplitTestbed.line;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.StoredFile;
import com.contoso.tollbooth.usage.Totals;
import com.contoso.tollbooth.usage.UsageLine;
import com.contoso.tollbooth.usage.split.SplitOutcome.Split;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ReadDayFileTests {
  private static final String GOOD = line("03/01/2026", "1", "2");

  private final SplitTestbed testbed = new SplitTestbed();
  private final List<UsageLine> seen = new ArrayList<>();

  private DayFile firstDay() {
    return ((Split) testbed.split("[" + GOOD + "]")).days().getFirst();
  }

  private void read(DayFile file) throws IOException {
    new ReadDayFile(testbed.files).apply(file).forEach(seen::add);
  }

  @Test
  void readsAsOftenAsItIsAsked() throws IOException {
    var lines = new ReadDayFile(testbed.files).apply(firstDay());
    lines.forEach(seen::add);
    lines.forEach(seen::add);

    assertThat(seen).hasSize(2);
    assertThat(seen.getFirst()).isEqualTo(seen.getLast());
  }

  @Test
  void handsOutNothingOfAFileThatWasReplaced() {
    DayFile day = firstDay();
    testbed.put(
        NEW_DAILY_SPLIT,
        day.file().name(),
        ("[\n" + GOOD + ",\n" + GOOD + "\n]\n").getBytes(StandardCharsets.UTF_8));

    assertThatThrownBy(() -> read(day)).isInstanceOf(DayFileReplaced.class);
    assertThat(seen).isEmpty();
  }

  @Test
  void handsOutNothingOfAFileThatIsGone() throws IOException {
    DayFile day = firstDay();
    testbed.files.delete(NEW_DAILY_SPLIT, day.file().name());

    assertThatThrownBy(() -> read(day)).isInstanceOf(DayFileReplaced.class);
  }

  @Test
  void failsWhereTheTotalsAreNotThoseOfTheSplit() {
    DayFile day = firstDay();
    var other = new DayFile(day.fetch(), day.day(), day.file(), Totals.NONE, day.rejected());

    assertThatThrownBy(() -> read(other)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void failsWhereTheBytesAreNotThoseThatWereStored() {
    DayFile day = firstDay();
    StoredFile stored =
        testbed.put(
            NEW_DAILY_SPLIT,
            day.file().name(),
            ("[\n" + GOOD + "").getBytes(StandardCharsets.UTF_8));
    var other = new DayFile(day.fetch(), day.day(), stored, day.totals(), 0);

    assertThatThrownBy(() -> read(other)).isInstanceOf(IllegalStateException.class);
  }

  /** No fault appears first in the reading: whatever the split accepts can be read. */
  @Test
  void readsWhateverTheSplitAccepts() throws IOException {
    var random = new Random(11);
    long accepted = 0;
    for (int round = 0; round < 300; round++) {
      var each = new SplitTestbed();
      var split = (Split) each.split("[" + String.join(",", strange(random, 20)) + "]");
      accepted += each.lines(split).size();
      assertThat(each.lines(split)).hasSize((int) (split.whole().lines() - split.rejected()));
    }
    assertThat(accepted).isBetween(500L, 5500L);
  }

  private static List<String> strange(Random random, int count) {
    String[] values = {
      "\"03/01/2026\"",
      "\"2026-03-02T00:00:00Z\"",
      "\"1\"",
      "-1.5e3",
      "12345678901234567890.5",
      "\"\"",
      "null",
      "{\"a\":[1,{}]}",
      "[]",
      "true",
      "\" x \"",
      "\"\\u0000\"",
      "\"\\ud800\"",
      "\"{\\\"a\\\":1}\"",
      "\"\\u00a0\"",
      "\"\\u2003\"",
      "7"
    };
    String[] names = {
      "Date",
      "date",
      "ConsumedQuantity",
      "Quantity",
      "Cost",
      "ExtendedCost",
      "SubscriptionGuid",
      "SubscriptionId",
      "Tags",
      "ResourceRate",
      "UnitPrice",
      "Other",
      "Meter ID"
    };
    List<String> elements = new ArrayList<>();
    for (int i = 0; i < count; i++) {
      List<String> fields =
          new ArrayList<>(
              List.of(
                  "\"Date\":\"03/03/2026\"",
                  "\"ConsumedQuantity\":2",
                  "\"SubscriptionGuid\":\"s\""));
      for (int more = random.nextInt(4); more > 0; more--) {
        String field =
            "\""
                + names[random.nextInt(names.length)]
                + "\":"
                + values[random.nextInt(values.length)];
        int place = random.nextInt(fields.size() + 2);
        if (place < fields.size()) {
          fields.set(place, field);
        } else {
          fields.add(field);
        }
      }
      elements.add("{" + String.join(",", fields) + "}");
    }
    return elements;
  }
}
