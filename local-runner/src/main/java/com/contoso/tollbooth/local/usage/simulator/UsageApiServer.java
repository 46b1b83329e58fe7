package com.contoso.tollbooth.local.usage.simulator;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.regex.Matcher;

/** The usage services on a port of this machine: the retired ones and Cost Details. */
public final class UsageApiServer implements AutoCloseable {
  private final UsageSimulator simulator;
  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Faults faults = new Faults();
  private final Orders orders = new Orders();
  private volatile Terms terms;

  private UsageApiServer(UsageSimulator simulator, Terms terms) throws IOException {
    this.simulator = simulator;
    this.terms = terms;
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::handle);
  }

  public static UsageApiServer start(UsageSimulator simulator, Terms terms) throws IOException {
    var started = new UsageApiServer(simulator, terms);
    started.server.start();
    return started;
  }

  /** The base address of each of the services. */
  public URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  /** What will go wrong next, after what is to go wrong already. */
  public void fail(Fault fault) {
    faults.add(fault);
  }

  /** From now on they behave so. */
  public void agree(Terms other) {
    terms = other;
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange http) throws IOException {
    var exchange = new Exchange(http, terms);
    switch (faults.ofRequest()) {
      case Fault.Throttled(String retryAfter) -> {
        if (!retryAfter.isEmpty()) {
          exchange.with("Retry-After", retryAfter);
        }
        exchange.status(429);
      }
      case Fault.Unavailable unavailable -> exchange.status(503);
      case Fault.Broken none -> route(http, exchange);
      case Fault.None none -> route(http, exchange);
      case Fault.Slow none -> route(http, exchange);
      case Fault.Miscounted none -> route(http, exchange);
    }
  }

  private void route(HttpExchange http, Exchange exchange) throws IOException {
    URI uri = http.getRequestURI();
    Route route = Route.of(http.getRequestMethod(), uri);
    try {
      switch (route) {
        case Route.Legacy(Matcher at) -> legacy(exchange, at);
        case Route.Consumption(Matcher at, long from) -> consumption(exchange, uri, at, from);
        case Route.Order(Matcher at) -> order(http, exchange, at);
        case Route.Collect(Matcher at) -> collect(exchange, at);
        case Route.Partition(Matcher at) -> partition(exchange, uri, at);
        case Route.Nowhere nowhere -> exchange.status(404);
      }
    } catch (NoSuchReport e) {
      exchange.status(404);
    } catch (NotAllowed e) {
      exchange.status(401);
    }
  }

  private void legacy(Exchange exchange, Matcher at) throws IOException {
    SimulatedReport report = report(exchange, at.group(1), YearMonth.parse(at.group(2)));
    int poison = poison(report);
    if (report.isEmpty()) {
      exchange.text("text/csv", LegacyFormat.NO_USAGE);
      return;
    }
    var format = new LegacyFormat(report, poison);
    String version = ConsumptionFormat.tag(report, poison);
    exchange.send(
        new Payload("application/json", version, report.places(), format::writeTo),
        faults.ofBody());
  }

  private void consumption(Exchange exchange, URI uri, Matcher at, long from) throws IOException {
    SimulatedReport report = report(exchange, at.group(2), Route.month(at.group(3)));
    int poison = poison(report);
    int version = Integer.parseInt(at.group(1));
    String tag = ConsumptionFormat.tag(report, poison);
    if (from == 0 && exchange.header("If-None-Match").equals(tag)) {
      exchange.with("ETag", tag).status(304);
      return;
    }
    String self = Route.self(base(), uri);
    var format = new ConsumptionFormat(report, version, poison, terms.pageLines());
    exchange.send(
        new Payload("application/json", tag, 0, out -> format.writeTo(out, from, self)),
        faults.ofBody());
  }

  private void order(HttpExchange http, Exchange exchange, Matcher at) throws IOException {
    YearMonth month = Route.ordered(http.getRequestBody().readAllBytes());
    SimulatedReport report = report(exchange, at.group(1), month);
    if (report.isEmpty()) {
      exchange.status(204);
      return;
    }
    String id = orders.place(report, poison(report), terms);
    exchange
        .with("Location", base() + "/accounts/" + at.group(1) + "/operationResults/" + id)
        .with("Retry-After", Integer.toString(terms.pollSeconds()))
        .status(202);
  }

  private void collect(Exchange exchange, Matcher at) throws IOException {
    allow(exchange, at.group(1));
    Orders.Ordered order = orders.find(at.group(2));
    if (!order.poll()) {
      exchange.with("Retry-After", Integer.toString(terms.pollSeconds())).status(202);
      return;
    }
    String blobs = base() + "/blobs/" + at.group(2);
    exchange.text("application/json", Orders.manifest(order, blobs, faults));
  }

  private void partition(Exchange exchange, URI uri, Matcher at) throws IOException {
    Orders.Ordered order = orders.find(at.group(1));
    int number = Integer.parseInt(at.group(2));
    if (!exchange.header("Authorization").isEmpty()
        || !String.valueOf(uri.getQuery()).equals("sig=" + order.signature())) {
      exchange.status(403);
      return;
    }
    String version = '"' + at.group(1) + "-" + number + '"';
    CostDetailsFormat format = order.format();
    exchange.send(
        new Payload(
            "application/octet-stream",
            version,
            format.report().places(),
            out -> format.packedTo(out, number)),
        faults.ofBody());
  }

  private int poison(SimulatedReport report) {
    return simulator.unreadableLines(report.enrollment().number(), report.month());
  }

  private SimulatedReport report(Exchange exchange, String number, YearMonth month) {
    return simulator.report(allow(exchange, number), month);
  }

  private EnrollmentNumber allow(Exchange exchange, String number) {
    var enrollment = new EnrollmentNumber(number);
    if (!simulator.knows(enrollment)) {
      throw new NotAllowed();
    }
    SimulatedEnrollment known = simulator.enrollment(enrollment);
    boolean expired =
        !known.keyExpires().isAfter(simulator.asOf().atStartOfDay().toInstant(ZoneOffset.UTC));
    if (expired || !exchange.header("Authorization").equals("Bearer " + SimulatedKey.of(known))) {
      throw new NotAllowed();
    }
    return enrollment;
  }

  /** The key is none, or not for this. */
  private static final class NotAllowed extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
