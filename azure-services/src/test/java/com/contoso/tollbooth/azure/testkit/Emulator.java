package com.contoso.tollbooth.azure.testkit;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.slf4j.LoggerFactory;

/**
 * A service's wire protocol on a loopback port, by HTTPS. A fault that is ordered meets the next
 * request.
 */
@SuppressWarnings("this-escape") // no request comes before the constructor has handed out the port
public abstract class Emulator implements AutoCloseable {
  private final HttpsServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Queue<Fault> faults = new ConcurrentLinkedQueue<>();

  protected Emulator() {
    try {
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    server.setHttpsConfigurator(new HttpsConfigurator(Certificates.trusted()));
    server.setExecutor(threads);
    server.createContext("/", this::serve);
    server.start();
  }

  /** {@code https://127.0.0.1:port} */
  public final String address() {
    return "https://127.0.0.1:" + server.getAddress().getPort();
  }

  /** Orders faults, one for each of the next requests. */
  public final void order(Fault... ordered) {
    faults.addAll(java.util.List.of(ordered));
  }

  /** Ordered faults that no request has met yet are taken back. */
  public final void heal() {
    faults.clear();
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange) {
      Answer answer = answer(exchange);
      answer.headers().forEach((name, value) -> exchange.getResponseHeaders().add(name, value));
      byte[] body = answer.body().getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
      exchange.getResponseBody().write(body);
    } catch (ConnectionReset reset) {
      LoggerFactory.getLogger(getClass()).debug("as ordered", reset);
    }
  }

  private Answer answer(HttpExchange exchange) throws IOException {
    return switch (faults.poll()) {
      case null -> respond(exchange, exchange.getRequestBody().readAllBytes());
      case Fault.Status(int status, Map<String, String> headers) -> {
        exchange.getRequestBody().readAllBytes();
        yield new Answer(status, headers, "");
      }
      case Fault.ResetAfter after -> {
        respond(exchange, exchange.getRequestBody().readAllBytes());
        throw new ConnectionReset();
      }
    };
  }

  /** What the service answers. */
  protected abstract Answer respond(HttpExchange exchange, byte[] body) throws IOException;

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  /** An answer of the service. */
  public record Answer(int status, Map<String, String> headers, String body) {}

  /** What goes wrong with one request. */
  public sealed interface Fault {
    /** The service refuses. */
    record Status(int status, Map<String, String> headers) implements Fault {
      public Status(int status) {
        this(status, Map.of());
      }
    }

    /** The service does what it was asked and the connection breaks before it can say so. */
    record ResetAfter() implements Fault {}
  }

  private static final class ConnectionReset extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }
}
