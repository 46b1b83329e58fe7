package com.contoso.tollbooth.azure.intake;

import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * A message with what happened to it before, which it carries as CloudEvents extension attributes.
 */
record Delivery(String message, PhotoEvent.Arrived arrived) {
  static final String ATTEMPTS = "tollboothattempts";
  static final String OUTAGES = "tollboothoutages";
  private static final JsonMapper JSON = JsonMapper.shared();

  /** How often its photo failed. */
  int attempts() {
    return event(message).path(ATTEMPTS).asInt(0);
  }

  /** How often it met an outage. */
  int outages() {
    return event(message).path(OUTAGES).asInt(0);
  }

  String with(String attribute, int value) {
    return event(message) instanceof ObjectNode event
        ? JSON.writeValueAsString(event.deepCopy().put(attribute, value))
        : message;
  }

  /** The message as if nothing had happened to it. */
  static String fresh(String message) {
    try {
      return event(message) instanceof ObjectNode event
          ? JSON.writeValueAsString(event.deepCopy().without(java.util.List.of(ATTEMPTS, OUTAGES)))
          : message;
    } catch (JacksonException e) {
      return message;
    }
  }

  private static JsonNode event(String message) {
    JsonNode event = JSON.readTree(message);
    return event.isArray() ? event.path(0) : event;
  }
}
