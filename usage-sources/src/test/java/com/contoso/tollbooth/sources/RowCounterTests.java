package com.contoso.tollbooth.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RowCounterTests {

  /** A semicolon stands for a line break, an apostrophe for a quote. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 ",
        "0 ;;",
        "1 a,b",
        "1 a,b;",
        "2 a,b;c,d",
        "2 a,b;;c,d;",
        "1 'two;lines',b;",
        "1 'a quote '' and a;break',b;",
        "2 '';'';",
        "1 '''';",
      })
  void aBreakWithinQuotesEndsNoRow(String example) {
    long rows = Long.parseLong(example.substring(0, 1));
    for (String lineBreak : new String[] {"\n", "\r\n", "\r"}) {
      String csv = example.substring(2).replace("'", "\"").replace(";", lineBreak);
      byte[] bytes = csv.getBytes(StandardCharsets.UTF_8);
      var counter = new RowCounter();
      counter.count(bytes, 0, bytes.length);
      assertThat(counter.rows()).isEqualTo(rows);
      assertThat(counter.withinQuotes()).isFalse();
    }
  }
}
