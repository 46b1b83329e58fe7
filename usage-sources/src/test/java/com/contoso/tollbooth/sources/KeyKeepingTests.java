package com.contoso.tollbooth.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contoso.tollbooth.usage.Enrollment.ReportSource;
import com.contoso.tollbooth.usage.retrieve.Retrieval;
import com.contoso.tollbooth.usage.retrieve.SinkInMemory;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The key goes to the source it is for, and to nobody else. */
class KeyKeepingTests {
  private final SinkInMemory sink = new SinkInMemory();

  private static StubbedSource answering(int status, String body) throws IOException {
    return new StubbedSource(exchange -> StubbedSource.send(exchange, status, body));
  }

  @Test
  void aNextPageElsewhereIsNotAskedFor() throws IOException {
    try (StubbedSource other = answering(200, "{\"data\":[]}");
        StubbedSource source =
            answering(
                200, "{\"data\":[{}],\"nextLink\":\"" + other.base() + "/v3?token=secret\"}")) {
      assertThatThrownBy(() -> source.retrieve(ReportSource.CONSUMPTION_V3, sink))
          .isInstanceOf(IOException.class)
          .hasMessageContaining("another origin")
          .hasMessageNotContaining("secret");
      assertThat(other.asked).isEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {301, 302, 307, 308})
  void aRedirectIsNotFollowed(int status) throws IOException {
    try (StubbedSource other = answering(200, "[]");
        StubbedSource source =
            new StubbedSource(
                exchange -> {
                  exchange.getResponseHeaders().set("Location", other.base() + "/");
                  StubbedSource.send(exchange, status, "");
                })) {
      assertThatThrownBy(() -> source.retrieve(ReportSource.LEGACY_EA, sink))
          .isInstanceOf(IOException.class)
          .hasMessageContaining(String.valueOf(status));
      assertThat(other.asked).isEmpty();
    }
  }

  @Test
  void partitionsElsewhereAreFetchedWithoutTheKey() throws IOException {
    String description =
        """
        {"status":"Completed","manifest":{"blobCount":1,"blobs":[
          {"blobLink":"%s/part.csv?sig=s","byteCount":8}]}}
        """;
    try (StubbedSource store = answering(200, "A,B\n1,2\n");
        StubbedSource source = answering(200, description.formatted(store.base()))) {
      assertThat(source.retrieve(ReportSource.COST_DETAILS, sink)).isEqualTo(new Retrieval.Whole());
      assertThat(new String(sink.bytes(), StandardCharsets.UTF_8)).isEqualTo("A,B\n1,2\n");
      assertThat(source.keys).containsExactly("Bearer the-key");
      assertThat(store.asked).containsExactly("GET /part.csv?sig=s");
      assertThat(store.keys).containsExactly("null");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"[{\"a\":1},", "[{\"a\":1}", "<html>Sign in</html>"})
  void aListThatDoesNotEndIsNotWhole(String body) throws IOException {
    try (StubbedSource source = answering(200, body)) {
      assertThatThrownBy(() -> source.retrieve(ReportSource.LEGACY_EA, sink))
          .isInstanceOf(IOException.class);
    }
  }
}
