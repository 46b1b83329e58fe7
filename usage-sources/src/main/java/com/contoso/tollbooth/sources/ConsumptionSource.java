package com.contoso.tollbooth.sources;

import com.contoso.tollbooth.usage.retrieve.ReportTags;
import com.contoso.tollbooth.usage.retrieve.Retrieval;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;

/** The consumption service: pages of JSON, each of which names the next. */
record ConsumptionSource(Connection connection, ReportTags tags, String version) implements Source {

  @Override
  public Retrieval fetch(Order order) throws IOException {
    URI first = address(order);
    HttpRequest.Builder request = HttpRequest.newBuilder(first);
    known(order).ifPresent(tag -> request.header("If-None-Match", tag));
    Answer answer = connection.withKey(order, request);
    if (answer.status() == 304) {
      answer.close();
      return new Retrieval.NotModified();
    }
    Optional<String> tag = answer.tag();
    long lines = pages(order, first, answer);
    return lines == 0 ? new Retrieval.Empty() : new Retrieval.Whole(tag.orElse(null));
  }

  private Optional<String> known(Order order) {
    return tags.find(order.enrollment().number(), order.month(), ReportTags.Kind.VERSION);
  }

  private long pages(Order order, URI first, Answer firstAnswer) throws IOException {
    Delivery out = order.delivery().begin();
    URI uri = first;
    Answer answer = firstAnswer;
    long lines = 0;
    for (int number = 1; number <= connection.settings().maxPages(); number++) {
      Page page = page(order, uri, answer, out);
      lines += page.lines();
      String link = page.nextLink();
      if (link == null || link.isBlank()) {
        out.flush();
        return lines;
      }
      uri = Connection.sameOrigin(uri, link);
      answer = connection.withKey(order, HttpRequest.newBuilder(uri));
    }
    throw new IOException(order + " has more than " + connection.settings().maxPages() + " pages");
  }

  private Page page(Order order, URI uri, Answer answer, Delivery out) throws IOException {
    if (answer.status() != 200) {
      throw Connection.unexpected(uri, answer);
    }
    int resumptions = connection.settings().attempts();
    try (InputStream body =
        new ResumingBody(uri, answer, request -> connection.withKey(order, request), resumptions)) {
      return Page.copy(body, out, Connection.shown(uri));
    }
  }

  private URI address(Order order) {
    String enrollment = "/" + version + "/enrollments/" + order.enrollment().number();
    String path =
        switch (connection.settings().consumptionBy()) {
          case BILLING_PERIOD ->
              "/billingPeriods/" + order.month().toString().replace("-", "") + "/usagedetails";
          case CUSTOM_DATES ->
              "/usagedetailsbycustomdate?startTime="
                  + order.month().atDay(1)
                  + "&endTime="
                  + order.month().atEndOfMonth();
        };
    return Addresses.below(connection.settings().consumption(), enrollment + path);
  }
}
