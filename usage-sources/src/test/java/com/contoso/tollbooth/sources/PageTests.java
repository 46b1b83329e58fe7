package com.contoso.tollbooth.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageTests {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private Page copy(String json) throws IOException {
    var body = new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8));
    return Page.copy(body, out, "http://here/page");
  }

  @Test
  void aPageIsHandedOnByteByByte() throws IOException {
    String json =
        """
        { "id":1, "nextLink" : "http://here/2",
          "data":[{"nextLink":"no"}, {"a":[1]}] }

        """;
    assertThat(copy(json)).isEqualTo(new Page("http://here/2", 2));
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo(json);
  }

  @Test
  void theLastPageNamesNoNext() throws IOException {
    assertThat(copy("{\"data\":[],\"nextLink\":null}")).isEqualTo(new Page(null, 0));
    assertThat(copy("{}")).isEqualTo(new Page(null, 0));
  }

  @ParameterizedTest
  @ValueSource(strings = {"{\"data\":[{\"a\":1},", "{\"data\":[1]", "{\"da"})
  void whatIsCutOffHasBrokenOff(String half) {
    assertThatThrownBy(() -> copy(half)).isInstanceOf(BrokeOff.class);
  }

  @Test
  void whatIsNoPageIsNamed() {
    assertThatThrownBy(() -> copy("[1]")).hasMessageContaining("http://here/page");
    assertThatThrownBy(() -> copy("<html>")).hasMessageContaining("not JSON");
    assertThatThrownBy(() -> copy("{}{}")).hasMessageContaining("more than a page");
  }
}
