package com.contoso.tollbooth.azure.testkit.cosmos;

import com.contoso.tollbooth.azure.testkit.Certificates;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.DoubleConsumer;

/**
 * An account of Azure Cosmos DB for NoSQL on the loopback address, as a client in gateway mode sees
 * it. It follows the documented protocol and not any caller: whatever it does not know it refuses
 * with 400. Every container has two physical partitions, so that queries across partition keys
 * really are merged.
 *
 * <p>A client must not check the certificate, which is self-signed: set {@code
 * COSMOS.EMULATOR_SERVER_CERTIFICATE_VALIDATION_DISABLED} before the first client is built.
 */
public final class CosmosEmulator implements AutoCloseable {
  private final HttpsServer server;
  private final ExecutorService threads;
  private final MasterKey key = new MasterKey();
  private final Faults faults = new Faults();
  private final RequestMeter meter = new RequestMeter();
  private final Gateway gateway;
  private volatile DoubleConsumer charged = charge -> {};

  public CosmosEmulator() {
    try {
      server = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 512);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    gateway = new Gateway(new CosmosAccount(Clock.systemUTC()), endpoint());
    threads =
        Executors.newCachedThreadPool(
            Thread.ofPlatform().daemon().name("cosmos-emulator-", 0).factory());
    server.setHttpsConfigurator(new HttpsConfigurator(Certificates.trusted()));
    server.setExecutor(threads);
    server.createContext("/", this::handle);
    server.start();
  }

  public String endpoint() {
    return "https://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  /** The account's key, in base64. */
  public String key() {
    return key.base64();
  }

  /** Lets an identity in that shows this Microsoft Entra token. */
  public void trust(String token) {
    key.trust(token);
  }

  /** Disturbs the requests to come. */
  public Faults faults() {
    return faults;
  }

  /** What all requests cost so far, in request units. */
  public double requestCharge() {
    return meter.charge();
  }

  public double requestCharge(CosmosOperation operation) {
    return meter.charge(operation);
  }

  /** How many requests came, the refused ones included. */
  public long operations() {
    return meter.operations();
  }

  public long operations(CosmosOperation operation) {
    return meter.operations(operation);
  }

  /** Tells of each request that is carried out what it costs, before it is answered. */
  public void onCharge(DoubleConsumer charged) {
    this.charged = charged;
  }

  /** Sets the counters of requests and charges to zero. */
  public void resetCounters() {
    meter.reset();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      GatewayRequest request = GatewayRequest.read(exchange);
      Optional<Faults.Effect> fault = faults.take(request);
      if (fault.orElse(null) instanceof Faults.Effect.Refusal refusal) {
        meter.record(request.operation(), 0);
        send(exchange, refused(refusal));
        return;
      }
      GatewayResponse response = answer(request);
      meter.record(request.operation(), response.charge());
      charged.accept(response.charge());
      if (fault.orElse(null) instanceof Faults.Effect.LostAnswer) {
        return;
      }
      if (fault.orElse(null) instanceof Faults.Effect.Delay(Duration duration)) {
        Thread.sleep(duration);
      }
      send(exchange, response);
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private GatewayResponse answer(GatewayRequest request) {
    try {
      key.verify(request);
      return gateway.answer(request);
    } catch (CosmosFailure failure) {
      return GatewayResponse.failure(failure);
    } catch (RuntimeException unexpected) {
      return GatewayResponse.failure(new CosmosFailure(500, 0, unexpected.toString()));
    }
  }

  private static GatewayResponse refused(Faults.Effect.Refusal refusal) {
    GatewayResponse response = GatewayResponse.failure(refusal.failure());
    GatewayResponse free =
        new GatewayResponse(response.status(), response.body(), 0, response.headers());
    return refusal
        .retryAfter()
        .map(wait -> free.with("x-ms-retry-after-ms", Long.toString(wait.toMillis())))
        .orElse(free);
  }

  private static void send(HttpExchange exchange, GatewayResponse response) throws IOException {
    var headers = exchange.getResponseHeaders();
    response.headers().forEach(headers::set);
    headers.set("x-ms-request-charge", Double.toString(response.charge()));
    headers.set("x-ms-activity-id", UUID.randomUUID().toString());
    headers.set("x-ms-serviceversion", "version=2.14.0.0");
    headers.set("x-ms-gatewayversion", "version=2.14.0");
    if (response.body() == null) {
      exchange.sendResponseHeaders(response.status(), -1);
      return;
    }
    byte[] body = response.body().toString().getBytes(StandardCharsets.UTF_8);
    headers.set("Content-Type", "application/json");
    exchange.sendResponseHeaders(response.status(), body.length);
    exchange.getResponseBody().write(body);
  }
}
