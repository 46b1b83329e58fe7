package com.contoso.tollbooth.api;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** The API over HTTP and nothing else of a host. */
final class HttpFront implements AutoCloseable {
  private final HttpServer server;

  HttpFront(TollBoothApi api) throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", exchange -> answer(api, exchange));
    server.start();
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private static void answer(TollBoothApi api, HttpExchange exchange) throws IOException {
    var headers = new HashMap<String, String>();
    exchange
        .getRequestHeaders()
        .forEach((name, values) -> headers.put(name.toLowerCase(Locale.ROOT), values.getFirst()));
    ApiAnswer answer =
        api.answer(
            new ApiRequest(
                exchange.getRequestMethod(),
                exchange.getRequestURI().getRawPath(),
                query(exchange.getRequestURI().getRawQuery()),
                headers,
                exchange.getRequestBody()));
    answer.headers().forEach(exchange.getResponseHeaders()::set);
    exchange.getResponseHeaders().remove("Content-Length"); // The server counts by itself.
    if (answer.contentType() != null) {
      exchange.getResponseHeaders().set("Content-Type", answer.contentType());
    }
    try (exchange;
        InputStream body = answer.body()) {
      exchange.sendResponseHeaders(answer.status(), 0);
      body.transferTo(exchange.getResponseBody());
    }
  }

  private static Map<String, String> query(String raw) {
    var query = new HashMap<String, String>();
    for (String each : raw == null ? new String[0] : raw.split("&")) {
      String[] parts = each.split("=", 2);
      query.put(decoded(parts[0]), parts.length < 2 ? "" : decoded(parts[1]));
    }
    return query;
  }

  private static String decoded(String text) {
    return URLDecoder.decode(text, StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
