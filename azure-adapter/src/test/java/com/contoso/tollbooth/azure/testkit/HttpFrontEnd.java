package com.contoso.tollbooth.azure.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Base64;
import java.util.stream.Collectors;

/**
 * The HTTP side of the Functions host: hands each request to the HTTP-triggered function that its
 * route means, the more specific one first.
 */
public final class HttpFrontEnd implements AutoCloseable {
  private final HttpServer server;
  private final FunctionsHost host;

  private final String added;

  public HttpFrontEnd(FunctionsHost host) {
    this(host, "");
  }

  /** Behind a gateway that adds a header, {@code Name: value}, to each request. */
  public HttpFrontEnd(FunctionsHost host, String added) {
    this.host = host;
    this.added = added;
    try {
      server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.createContext("/", this::serve);
    server.start();
  }

  public URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      String headers =
          exchange.getRequestHeaders().entrySet().stream()
              .map(header -> header.getKey() + ": " + header.getValue().getFirst())
              .collect(Collectors.joining("\n", "", added.isEmpty() ? "" : "\n" + added));
      String answer =
          host.call(
              functionFor(exchange.getRequestURI().getPath(), exchange.getRequestMethod()),
              exchange.getRequestMethod(),
              address().resolve(exchange.getRequestURI()).toString(),
              headers,
              Base64.getEncoder().encodeToString(exchange.getRequestBody().readAllBytes()));
      send(exchange, answer);
    }
  }

  private static String functionFor(String path, String method) {
    return switch (path) {
      case "/api/dead-letters/replay" -> method.equals("POST") ? "replayDeadLetter" : "api";
      case "/api/events" -> "receiveEvent";
      default -> "api";
    };
  }

  private static void send(HttpExchange exchange, String answer) throws IOException {
    String[] parts = answer.split("\n\n", 2);
    String[] lines = parts[0].split("\n", -1);
    for (int i = 1; i < lines.length; i++) {
      int colon = lines[i].indexOf(": ");
      if (colon > 0 && !lines[i].startsWith("Content-Length")) {
        exchange
            .getResponseHeaders()
            .add(lines[i].substring(0, colon), lines[i].substring(colon + 2));
      }
    }
    byte[] body = Base64.getDecoder().decode(parts[1]);
    exchange.sendResponseHeaders(Integer.parseInt(lines[0]), body.length == 0 ? -1 : body.length);
    exchange.getResponseBody().write(body);
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
