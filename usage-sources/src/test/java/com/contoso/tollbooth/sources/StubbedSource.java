package com.contoso.tollbooth.sources;

import com.contoso.tollbooth.usage.AccessKey;
import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.Enrollment.ReportSource;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.retrieve.Retrieval;
import com.contoso.tollbooth.usage.retrieve.UsageReports;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

/** A service that answers each request with what the test says, and remembers what it was asked. */
final class StubbedSource implements AutoCloseable {
  static final Instant NOW = Instant.parse("2026-02-20T06:00:00Z");
  static final YearMonth MONTH = YearMonth.of(2026, 2);

  /** Answers one request. */
  interface Answers {
    void to(HttpExchange exchange) throws IOException;
  }

  final List<String> asked = new CopyOnWriteArrayList<>();
  final List<String> keys = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  StubbedSource(Answers answers) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
    server.createContext(
        "/",
        exchange -> {
          asked.add(exchange.getRequestMethod() + " " + exchange.getRequestURI());
          keys.add(String.valueOf(exchange.getRequestHeaders().getFirst("Authorization")));
          answers.to(exchange);
          exchange.close();
        });
    server.start();
  }

  URI base() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  static void send(HttpExchange exchange, int status, String body) throws IOException {
    byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
    exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
    if (bytes.length > 0) {
      exchange.getResponseBody().write(bytes);
    }
  }

  Retrieval retrieve(ReportSource source, UsageReports.Sink sink) throws IOException {
    String base = base().toString();
    return reports(Map.of("legacy", base, "consumption", base, "cost-details", base))
        .retrieve(enrollment(source), MONTH, sink);
  }

  static UsageReports reports(Map<String, String> settings) {
    var prefixed = new HashMap<String, String>();
    settings.forEach((name, value) -> prefixed.put("sources." + name, value));
    SourceSettings bound =
        new Binder(List.of(new MapConfigurationPropertySource(prefixed)))
            .bindOrCreate("sources", SourceSettings.class);
    return new SourcesConfiguration()
        .usageReports(bound, new PlainAccessKeys(), new TagsInMemory(), InstantSource.fixed(NOW));
  }

  static Enrollment enrollment(ReportSource source) {
    var key = new AccessKey.Plain("the-key");
    return new Enrollment(new EnrollmentNumber("100"), "", key, source, true, false, Map.of());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
