package com.contoso.tollbooth.usage.split;

import java.io.StringWriter;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;

/** The texts of an element's fields: those that have a place in a line, and all others. */
final class LineTexts {
  private final Map<UsageField, Chosen> chosen = new EnumMap<>(UsageField.class);
  private final Map<String, String> further = new LinkedHashMap<>();

  private record Chosen(String name, int rank, String text) {}

  void begin() {
    chosen.clear();
    further.clear();
  }

  void take(FieldNames.Name name, JsonToken token, JsonParser parser) {
    take(
        name,
        switch (token) {
          case VALUE_NULL -> "";
          case START_OBJECT, START_ARRAY -> json(parser);
          default -> parser.getString();
        });
  }

  private void take(FieldNames.Name name, String text) {
    UsageField.Name meaning = name.meaning;
    if (meaning == null) {
      further.put(name.text, text);
    } else if (!text.chars().allMatch(c -> LineFacts.blank((char) c))) {
      Chosen before = chosen.get(meaning.field());
      if (before == null || meaning.rank() < before.rank) {
        chosen.put(meaning.field(), new Chosen(name.text, meaning.rank(), text));
        if (before != null) {
          further.put(before.name, before.text);
        }
      } else {
        further.put(name.text, text);
      }
    }
  }

  private static String json(JsonParser parser) {
    var text = new StringWriter();
    try (JsonGenerator generator =
        JsonReport.JSON.createGenerator(ObjectWriteContext.empty(), text)) {
      generator.copyCurrentStructureExact(parser);
    }
    return text.toString();
  }

  String text(UsageField field) {
    Chosen found = chosen.get(field);
    return found == null ? "" : found.text;
  }

  /** Puts a field's text back among those that have no place, by the report's own name. */
  void keepAsItIs(UsageField field) {
    Chosen found = chosen.get(field);
    if (found != null) {
      further.put(found.name, found.text);
    }
  }

  Map<String, String> further() {
    return further;
  }
}
