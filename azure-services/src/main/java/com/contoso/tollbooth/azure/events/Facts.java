package com.contoso.tollbooth.azure.events;

import com.contoso.tollbooth.plate.PlateEvent;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Hands the facts that Event Grid delivers to their subscribers. A subscriber that fails throws,
 * and Event Grid delivers again; what is no such fact would fail for ever, so it is kept apart at
 * once.
 */
public final class Facts {
  private static final Logger log = LoggerFactory.getLogger(Facts.class);

  /** A fact with a part missing is no fact. */
  private static final JsonMapper JSON =
      JsonMapper.builder()
          .enable(DeserializationFeature.FAIL_ON_MISSING_CREATOR_PROPERTIES)
          .enable(DeserializationFeature.FAIL_ON_NULL_CREATOR_PROPERTIES)
          .build();

  private final BiConsumer<Undelivered, String> keep;

  /**
   * @param keep where an event goes that nobody can make sense of, with what is wrong with it
   */
  public Facts(BiConsumer<Undelivered, String> keep) {
    this.keep = keep;
  }

  /** Calls the subscriber with the fact in a CloudEvent of that type. */
  public <T extends PlateEvent> void tell(
      String subscriber, String event, Class<T> fact, String type, Consumer<? super T> function) {
    T told;
    try {
      told = read(event, fact, type);
    } catch (JacksonException | IllegalArgumentException e) {
      log.warn("{}: an event is kept apart: {}", subscriber, e.getClass().getSimpleName());
      keep.accept(new Undelivered(subscriber, type, event), reason(e));
      return;
    }
    function.accept(told);
  }

  private static <T> T read(String event, Class<T> fact, String type) {
    JsonNode envelope = JSON.readTree(event);
    if (envelope.isArray() && envelope.size() == 1) {
      envelope = envelope.path(0);
    }
    String said = envelope.path("type").asString("");
    if (!said.equals(type)) {
      throw new IllegalArgumentException("it is of type '" + said + "', not " + type);
    }
    if (!envelope.path("data").isObject()) {
      throw new IllegalArgumentException("it has no data");
    }
    return JSON.treeToValue(envelope.path("data"), fact);
  }

  /** What is wrong, without what stands in the event: that may be a plate. */
  private static String reason(Exception e) {
    return e instanceof JacksonException broken
        ? "malformed: " + broken.getClass().getSimpleName() + " at " + broken.getLocation()
        : "malformed: " + e.getMessage();
  }

  /** An event that could not be handed to its subscriber. */
  public record Undelivered(String subscriber, String type, String event) {}
}
