package com.contoso.tollbooth.usage.split;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** Tags as reports write them: the text of a JSON object, its braces sometimes left out. */
final class TagTexts {
  private TagTexts() {}

  /** Returns nothing if the text is not that, or has a name twice. */
  static Optional<Map<String, String>> parse(String text) {
    String object = text.strip();
    if (object.isEmpty()) {
      return Optional.of(Map.of());
    }
    try (JsonParser parser =
        JsonReport.JSON.createParser(
            ObjectReadContext.empty(), object.startsWith("{") ? object : "{" + object + "}")) {
      return parser.nextToken() == JsonToken.START_OBJECT ? tags(parser) : Optional.empty();
    } catch (JacksonException e) {
      return Optional.empty();
    }
  }

  private static Optional<Map<String, String>> tags(JsonParser parser) {
    Map<String, String> tags = new TreeMap<>();
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken token = parser.nextToken();
      if (token.isStructStart()) {
        return Optional.empty();
      }
      String value = token == JsonToken.VALUE_NULL ? "" : parser.getString();
      if (tags.put(name, value) != null) {
        return Optional.empty();
      }
    }
    return parser.nextToken() == null ? Optional.of(tags) : Optional.empty();
  }
}
