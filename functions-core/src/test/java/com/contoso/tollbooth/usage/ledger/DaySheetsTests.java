package com.contoso.tollbooth.usage.ledger;

import static com.contoso.tollbooth.usage.ledger.SampleLines.DAY;
import static com.contoso.tollbooth.usage.ledger.SampleLines.day;
import static com.contoso.tollbooth.usage.ledger.SampleLines.line;
import static com.contoso.tollbooth.usage.ledger.SampleLines.partialDay;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.contoso.tollbooth.usage.UsageLine;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class DaySheetsTests {
  @Test
  void knowsALineByWhatItIsNotByWhereItStands() throws IOException {
    var random = new Random(7);
    List<UsageLine> lines =
        new ArrayList<>(
            IntStream.range(0, 3_000)
                .mapToObj(n -> line("sub-" + n % 3, "vm-" + n % 700, "0." + n % 5).build())
                .toList());
    DaySheets sheets = DaySheets.read(day(1, lines));
    List<LineKey> keys = keys(sheets);

    Collections.shuffle(lines, random);
    DaySheets shuffled = DaySheets.read(day(1, lines));

    assertThat(keys(shuffled)).isEqualTo(keys).doesNotHaveDuplicates();
    assertThat(shuffled.digest()).isEqualTo(sheets.digest());
    for (DaySheets.Sheet sheet : sheets.sheets()) {
      assertThat(keys.subList(sheet.from(), sheet.to())).isSorted();
      assertThat(keys.subList(sheet.from(), sheet.to()).stream().map(LineKey::id)).isSorted();
    }
  }

  @Test
  void ranksByCircumstancesFirstSoThatAChangedQuantityKeepsItsLine() throws IOException {
    List<UsageLine> before =
        IntStream.range(0, 8).mapToObj(n -> tagged(n, Integer.toString(n))).toList();
    List<UsageLine> after = new ArrayList<>(before);
    after.set(3, tagged(3, "-999"));

    DaySheets one = DaySheets.read(day(1, before));
    DaySheets other = DaySheets.read(day(1, after));

    assertThat(keys(other)).isEqualTo(keys(one));
    assertThat(IntStream.range(0, 8).filter(n -> !one.digest(n).equals(other.digest(n))))
        .hasSize(1);
  }

  private static UsageLine tagged(int n, String quantity) {
    return line("sub-1", "vm-1", quantity).tags(Map.of("n", "" + n)).build();
  }

  @Test
  void tellsAnyElementThatChanged() throws IOException {
    UsageLine plain = line("sub-1", "vm-1", "1").build();
    List<UsageLine> others =
        List.of(
            line("sub-1", "vm-1", "1.1").build(),
            line("sub-1", "VM-1", "1").build(),
            line("sub-1", "vm-1", "1").withoutCost().build(),
            line("sub-1", "vm-1", "1").cost("0").build(),
            line("sub-1", "vm-1", "1").unitPrice("0").build(),
            line("sub-1", "vm-1", "1").currency("USD").build(),
            line("sub-1", "vm-1", "1").group("g").build(),
            line("sub-1", "vm-1", "1").costCenter("").build(),
            line("sub-1", "vm-1", "1").tags(Map.of()).build(),
            line("sub-1", "vm-1", "1").tags(Map.of("en", "vprod")).build(),
            line("sub-1", "vm-1", "1").further(Map.of()).build());
    DaySheets sheets = DaySheets.read(day(1, List.of(plain)));

    for (UsageLine other : others) {
      DaySheets changed = DaySheets.read(day(1, List.of(other)));
      assertThat(changed.key(0)).isEqualTo(sheets.key(0));
      assertThat(changed.digest()).as("%s", other).isNotEqualTo(sheets.digest());
    }
  }

  @Test
  void takesAPartialDayForAnotherThanAWholeOne() throws IOException {
    List<UsageLine> lines = List.of(line("sub-1", "vm-1", "1").build());

    assertThat(DaySheets.read(partialDay(1, lines)).digest())
        .isNotEqualTo(DaySheets.read(day(1, lines)).digest());
  }

  @Test
  void refusesALineOfAnotherDay() {
    List<UsageLine> lines = List.of(line("sub-1", "vm-1", "1").on(DAY.plusDays(1)).build());

    assertThatIllegalArgumentException().isThrownBy(() -> DaySheets.read(day(1, lines)));
  }

  @Test
  void readsBackTheKeyOfAnId() {
    for (LineKey key :
        List.of(new LineKey(new Digest(-1, 1), 0), new LineKey(new Digest(5, -9), 1 << 20))) {
      assertThat(LineKey.of(key.id())).isEqualTo(key);
    }
    assertThatIllegalArgumentException().isThrownBy(() -> new LineKey(new Digest(0, 0), 1 << 24));
  }

  private static List<LineKey> keys(DaySheets sheets) {
    return IntStream.range(0, sheets.lines()).mapToObj(sheets::key).toList();
  }
}
