package com.contoso.tollbooth.sources;

import com.contoso.tollbooth.usage.retrieve.ReportTags;
import com.contoso.tollbooth.usage.retrieve.Retrieval;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import tools.jackson.databind.JsonNode;

/** Cost Details: a report is ordered, made in the background, and collected in partitions. */
final class CostDetailsSource implements Source {
  private static final Duration USUAL_WAIT = Duration.ofSeconds(30);

  private final Connection connection;
  private final OrderedReports orders;

  CostDetailsSource(Connection connection, ReportTags tags) {
    this.connection = connection;
    this.orders = new OrderedReports(tags, connection.settings().orderKept(), connection.clock());
  }

  @Override
  public Retrieval fetch(Order order) throws IOException {
    URI base = address(order);
    Optional<JsonNode> made = collect(order, base);
    if (made.isEmpty()) {
      return new Retrieval.Empty();
    }
    String status = made.get().path("status").asString("Completed");
    if (status.equalsIgnoreCase("NoDataFound")) {
      orders.forget(order);
      return new Retrieval.Empty();
    }
    if (!status.equalsIgnoreCase("Completed")) {
      orders.forget(order);
      throw new IOException(order + " was not made: its status is " + status);
    }
    JsonNode manifest = made.get().has("manifest") ? made.get().path("manifest") : made.get();
    return fetch(order, base, Manifest.of(manifest, order.toString()));
  }

  private Retrieval fetch(Order order, URI base, Manifest manifest) throws IOException {
    try {
      long rows = Partitions.fetch(order, manifest, blob -> open(order, base, blob));
      orders.forget(order);
      return rows == 0 ? new Retrieval.Empty() : new Retrieval.Whole();
    } catch (BrokeOff e) {
      throw e;
    } catch (IOException e) {
      orders.forget(order);
      throw e;
    }
  }

  /** The report's description once it is made; empty if there is nothing to report. */
  private Optional<JsonNode> collect(Order order, URI base) throws IOException {
    Optional<URI> pending = orders.find(order, base);
    URI at = pending.orElse(base);
    Answer answer = pending.isPresent() ? ask(order, at) : place(order, base);
    if (pending.isPresent() && (answer.status() == 404 || answer.status() == 410)) {
      answer.close();
      orders.forget(order);
      answer = place(order, base);
    }
    while (answer.status() == 202) {
      answer.close();
      String location = answer.headers().firstValue("Location").orElse(at.toString());
      at = Connection.sameOrigin(base, location);
      orders.keep(order, at);
      Duration asked = RetryAfter.of(answer.headers(), connection.clock());
      order
          .patience()
          .untilReady(order + " is being made", Objects.requireNonNullElse(asked, USUAL_WAIT));
      answer = ask(order, at);
    }
    return description(order, at, answer);
  }

  private Optional<JsonNode> description(Order order, URI at, Answer answer) throws IOException {
    if (answer.status() == 204) {
      answer.close();
      orders.forget(order);
      return Optional.empty();
    }
    if (answer.status() != 200) {
      orders.forget(order);
      throw Connection.unexpected(at, answer);
    }
    try (InputStream body =
        new ResumingBody(at, answer, request -> connection.withKey(order, request), 1)) {
      return Optional.of(Manifest.parse(body.readNBytes(Manifest.LARGEST), Connection.shown(at)));
    }
  }

  private Answer place(Order order, URI base) throws IOException {
    String dates =
        "{\"metric\":\"ActualCost\",\"timePeriod\":{\"start\":\"%s\",\"end\":\"%s\"}}"
            .formatted(order.month().atDay(1), order.month().atEndOfMonth());
    return connection.withKey(
        order,
        HttpRequest.newBuilder(base)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofString(dates)));
  }

  private Answer ask(Order order, URI at) throws IOException {
    return connection.withKey(order, HttpRequest.newBuilder(at));
  }

  /** A partition's address carries its own right of access: the key is none of its business. */
  private InputStream open(Order order, URI base, Manifest.Blob blob) throws IOException {
    URI uri = base.resolve(blob.link());
    Answer answer = connection.withoutKey(order, HttpRequest.newBuilder(uri));
    if (answer.status() == 403 || answer.status() == 404) {
      answer.close();
      orders.forget(order);
      throw new BrokeOff(Connection.shown(uri) + " answers " + answer.status());
    }
    if (answer.status() != 200) {
      throw Connection.unexpected(uri, answer);
    }
    return new ResumingBody(
        uri,
        answer,
        request -> connection.withoutKey(order, request),
        connection.settings().attempts());
  }

  private URI address(Order order) {
    return Addresses.below(
        connection.settings().costDetails(),
        "/providers/Microsoft.Billing/billingAccounts/"
            + order.enrollment().number()
            + "/providers/Microsoft.CostManagement/generateCostDetailsReport"
            + "?api-version=2022-05-01");
  }
}
