package com.contoso.tollbooth.sources;

import com.contoso.tollbooth.usage.retrieve.Retrieval;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;

/** The enterprise reports: one bare JSON array for a month. */
record LegacySource(Connection connection) implements Source {
  private static final int HEAD = 256;
  private static final String NO_USAGE = "Usage Data Extract";

  @Override
  public Retrieval fetch(Order order) throws IOException {
    URI uri = address(order);
    Answer answer = ask(order, HttpRequest.newBuilder(uri));
    if (answer.status() != 200) {
      throw Connection.unexpected(uri, answer);
    }
    int resumptions = connection.settings().attempts();
    try (InputStream body =
        new ResumingBody(uri, answer, request -> ask(order, request), resumptions)) {
      byte[] head = body.readNBytes(HEAD);
      String text = new String(head, StandardCharsets.UTF_8).replace("\ufeff", "").strip();
      if (text.startsWith('"' + NO_USAGE) || text.startsWith(NO_USAGE)) {
        return new Retrieval.Empty();
      }
      if (text.startsWith("<")) {
        throw new IOException(Connection.shown(uri) + " answers with a web page, not a report");
      }
      Delivery out = order.delivery().begin();
      out.write(head);
      body.transferTo(out);
      if (!out.endsWith(']')) {
        throw new BrokeOff(order + " ends before its list does");
      }
      out.flush();
      return new Retrieval.Whole();
    }
  }

  private Answer ask(Order order, HttpRequest.Builder request) throws IOException {
    return connection.withKey(order, request.header("api-version", "1.0"));
  }

  private URI address(Order order) {
    return Addresses.below(
        connection.settings().legacy(),
        "/rest/"
            + order.enrollment().number()
            + "/usage-report?month="
            + order.month()
            + "&type=detail&fmt=Json");
  }
}
