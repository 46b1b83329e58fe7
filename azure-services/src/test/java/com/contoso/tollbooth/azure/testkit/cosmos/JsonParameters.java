package com.contoso.tollbooth.azure.testkit.cosmos;

import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.databind.JsonNode;

/** A query's parameters by name, the {@code @} included. */
record JsonParameters(Map<String, JsonNode> values) {
  static final JsonParameters NONE = new JsonParameters(Map.of());

  static JsonParameters of(JsonNode parameters) {
    Map<String, JsonNode> values = new LinkedHashMap<>();
    for (JsonNode parameter : parameters) {
      JsonNode value = parameter.get("value");
      if (value != null) {
        values.put(parameter.path("name").asString(), value);
      }
    }
    return new JsonParameters(values);
  }

  JsonNode value(String name) {
    JsonNode value = values.get(name);
    if (value == null) {
      throw CosmosFailure.badRequest("The query has no value for " + name);
    }
    return value;
  }
}
