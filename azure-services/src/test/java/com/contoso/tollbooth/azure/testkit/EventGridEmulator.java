package com.contoso.tollbooth.azure.testkit;

import com.sun.net.httpserver.HttpExchange;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The publishing side of an Event Grid custom topic with schema CloudEvents 1.0: {@code POST
 * /api/events?api-version=2018-01-01}, a JSON array as {@code application/cloudevents-batch+json};
 * 401 without a key or token, 400 for what is no CloudEvent, 413 over 1 MB. It delivers nothing by
 * itself: a test takes what was published and hands it to whom it likes, twice or in any order.
 */
public final class EventGridEmulator extends Emulator {
  public static final String KEY = "topic-key";
  private static final int MAX_BYTES = 1024 * 1024;
  private static final List<String> REQUIRED = List.of("specversion", "id", "source", "type");

  private final List<JsonNode> published = new CopyOnWriteArrayList<>();
  private final List<Consumer<JsonNode>> listeners = new CopyOnWriteArrayList<>();

  /** Where a publisher is pointed at. */
  public String endpoint() {
    return address() + "/api/events";
  }

  /** All that was published, in order of arrival. */
  public List<JsonNode> published() {
    return new ArrayList<>(published);
  }

  /** Hands each event that is published from now on to a listener, on the publisher's request. */
  public void listen(Consumer<JsonNode> listener) {
    listeners.add(listener);
  }

  @Override
  protected Answer respond(HttpExchange exchange, byte[] body) {
    if (!exchange.getRequestMethod().equals("POST")
        || !exchange.getRequestURI().getPath().equals("/api/events")) {
      return error(404, "NotFound");
    }
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    boolean known =
        KEY.equals(exchange.getRequestHeaders().getFirst("aeg-sas-key"))
            || (token != null && token.startsWith("Bearer "));
    if (!known) {
      return error(401, "Unauthorized");
    }
    String type = String.valueOf(exchange.getRequestHeaders().getFirst("Content-Type"));
    if (!type.startsWith("application/cloudevents-batch+json")) {
      return error(400, "BadRequest");
    }
    if (body.length > MAX_BYTES) {
      return error(413, "PayloadTooLarge");
    }
    JsonNode events = JsonMapper.shared().readTree(body);
    for (JsonNode event : events) {
      if (!REQUIRED.stream().allMatch(name -> event.path(name).isString())
          || !event.path("specversion").asString().equals("1.0")) {
        return error(400, "BadRequest");
      }
    }
    events.forEach(published::add);
    events.forEach(event -> listeners.forEach(listener -> listener.accept(event)));
    return new Answer(200, Map.of(), "");
  }

  private static Answer error(int status, String code) {
    return new Answer(
        status,
        Map.of("Content-Type", "application/json"),
        "{\"error\":{\"code\":\"%s\",\"message\":\"%s\"}}".formatted(code, code));
  }
}
