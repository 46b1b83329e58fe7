package com.contoso.tollbooth.usage.split;

import java.io.Closeable;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;

/** The lines of an errors file as they stand there now, in the order of their numbers. */
final class MendedLines implements Closeable {
  private final JsonParser parser;
  private @Nullable Line next;

  /**
   * One of them.
   *
   * @param text one line of JSON, or empty if the line is to be dropped
   */
  record Line(long number, String text) {}

  MendedLines(InputStream in) {
    this.parser = JsonReport.JSON.createParser(ObjectReadContext.empty(), in);
    this.next = read(0);
  }

  /** The line of that number, if it stands there; the numbers asked for must grow. */
  @Nullable Line take(long number) {
    Line line = next;
    if (line == null || line.number != number) {
      return null;
    }
    next = read(number);
    return line;
  }

  /** What stands there and was not asked for. */
  @Nullable Line rest() {
    return next;
  }

  private @Nullable Line read(long before) {
    try {
      JsonToken token = parser.nextToken();
      if (token == null) {
        return null;
      }
      if (token != JsonToken.START_OBJECT) {
        throw new IllegalArgumentException("after line " + before + " stands no rejected line");
      }
      return line(before);
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "the rejected lines are not readable after line "
              + before
              + ": "
              + e.getOriginalMessage(),
          e);
    }
  }

  private Line line(long before) {
    long number = 0;
    String text = null;
    for (String name = parser.nextName(); name != null; name = parser.nextName()) {
      parser.nextToken();
      switch (name) {
        case "line" -> number = parser.getValueAsLong();
        case "text" -> text = parser.getValueAsString();
        default -> parser.skipChildren();
      }
    }
    if (number <= before || text == null) {
      throw new IllegalArgumentException(
          "a rejected line after line " + before + " has no text, or a number out of order");
    }
    return new Line(number, oneJsonValue(number, text));
  }

  /** Written into the report as it is, anything else would break the report. */
  private static String oneJsonValue(long number, String text) {
    if (text.isBlank()) {
      return "";
    }
    try (JsonParser value = JsonReport.JSON.createParser(ObjectReadContext.empty(), text)) {
      value.nextToken();
      value.skipChildren();
      value.finishToken();
      if (value.nextToken() == null) {
        return text.replace('\n', ' ').replace('\r', ' ').strip();
      }
      throw new IllegalArgumentException("the text of line " + number + " goes on after its end");
    } catch (JacksonException e) {
      throw new IllegalArgumentException(
          "the text of line " + number + " is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  @Override
  public void close() {
    parser.close();
  }
}
