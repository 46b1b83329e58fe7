package com.contoso.tollbooth.usage.split;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/**
 * Reads the elements of one JSON array, or of {@code {id, data[], nextLink}} pages one after
 * another, in one pass and without holding more than one of them.
 */
final class JsonReport {
  /** Long texts and numbers are a matter of their line, not of the whole report. */
  static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNumberLength(Integer.MAX_VALUE)
                  .maxStringLength(Integer.MAX_VALUE)
                  .build())
          .build();

  private final Elements elements;
  private final LineFacts facts = new LineFacts();
  private final FieldNames names = new FieldNames();
  private final ReportWindow window;
  private final @Nullable LineTexts texts;
  private long number;

  /** With the texts of every field if they are wanted. */
  JsonReport(InputStream in, int limit, Elements elements, @Nullable LineTexts texts) {
    this.elements = elements;
    this.texts = texts;
    this.window =
        new ReportWindow(
            in, limit, (bytes, from, to) -> elements.longPart(number + 1, bytes, from, to));
  }

  void read() throws IOException, UnreadableReport {
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), window)) {
      JsonToken token = parser.nextToken();
      if (token == JsonToken.START_ARRAY) {
        elements(parser);
        if (parser.nextToken() != null) {
          throw new UnreadableReport("something follows the end of the report's array");
        }
      } else if (token == JsonToken.START_OBJECT) {
        pages(parser);
      } else {
        throw new UnreadableReport("it is neither an array nor a page of usage");
      }
    } catch (JacksonIOException e) {
      throw e.getCause();
    } catch (JacksonException e) {
      throw new UnreadableReport(
          "it breaks off or is no JSON after line " + number + ": " + e.getOriginalMessage());
    }
  }

  private void pages(JsonParser parser) throws IOException, UnreadableReport {
    boolean another = true;
    boolean announced = false;
    while (another) {
      announced = page(parser);
      JsonToken token = parser.nextToken();
      another = token == JsonToken.START_OBJECT;
      if (token != null && !another) {
        throw new UnreadableReport("something that is no page follows a page of usage");
      }
    }
    if (announced) {
      throw new UnreadableReport("its last page names a next one, which is not there");
    }
  }

  /** Returns whether it says that another page follows. */
  private boolean page(JsonParser parser) throws IOException, UnreadableReport {
    boolean found = false;
    boolean announced = false;
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      JsonToken value = parser.nextToken();
      if (name.equals("data") && value == JsonToken.START_ARRAY && !found) {
        elements(parser);
        found = true;
      } else if (name.equals("nextLink") && value == JsonToken.VALUE_STRING) {
        announced = !parser.getString().isBlank();
      } else {
        parser.skipChildren();
      }
    }
    if (!found) {
      throw new UnreadableReport("a page of it has no 'data'");
    }
    return announced;
  }

  private void elements(JsonParser parser) throws IOException {
    window.need(parser.currentLocation().getByteOffset());
    for (JsonToken token = parser.nextToken();
        token != JsonToken.END_ARRAY;
        token = parser.nextToken()) {
      TokenStreamLocation start = parser.currentTokenLocation();
      window.need(start.getByteOffset());
      facts.begin(number + 1);
      if (token == JsonToken.START_OBJECT) {
        fields(parser);
      } else {
        facts.wrong("it is not an object");
        parser.skipChildren();
        parser.finishToken();
      }
      TokenStreamLocation end = parser.currentLocation();
      ended(end.getByteOffset(), start.getLineNr() != end.getLineNr());
    }
    window.needNothing();
  }

  private void ended(long end, boolean broken) throws IOException {
    byte[] bytes = window.bytes();
    int to = window.index(end);
    if (window.handedOver()) {
      elements.longPart(number + 1, bytes, window.from(), to);
      elements.longEnd(facts);
    } else {
      if (broken) {
        joinLines(bytes, window.from(), to);
      }
      elements.element(facts, bytes, window.from(), to);
    }
    number++;
    window.done(end);
    names.nextElement();
  }

  /** A line break within a text is escaped: those that are left stand between tokens. */
  private static void joinLines(byte[] bytes, int from, int to) {
    for (int i = from; i < to; i++) {
      if (bytes[i] == '\n' || bytes[i] == '\r') {
        bytes[i] = ' ';
      }
    }
  }

  private void fields(JsonParser parser) {
    LineTexts wanted = texts;
    if (wanted != null) {
      wanted.begin();
    }
    int place = 0;
    for (String text = parser.nextName(); text != null; text = parser.nextName()) {
      FieldNames.Name name = names.at(place++, text);
      JsonToken token = parser.nextToken();
      if (facts.begins(name)) {
        value(name, token, parser);
      }
      if (wanted != null) {
        wanted.take(name, token, parser);
      } else if (token.isStructStart()) {
        parser.skipChildren();
      }
    }
  }

  private void value(FieldNames.Name name, JsonToken token, JsonParser parser) {
    switch (token) {
      case VALUE_STRING, VALUE_NUMBER_INT, VALUE_NUMBER_FLOAT ->
          facts.value(
              name,
              parser.getStringCharacters(),
              parser.getStringOffset(),
              parser.getStringLength());
      case VALUE_NULL -> {}
      case START_OBJECT -> facts.unfit(name, "{…}");
      case START_ARRAY -> facts.unfit(name, "[…]");
      default -> facts.unfit(name, token.asString());
    }
  }
}
