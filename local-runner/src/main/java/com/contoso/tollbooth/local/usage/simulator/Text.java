package com.contoso.tollbooth.local.usage.simulator;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Builds lines of text and writes them out, a line at a time. */
final class Text {
  private final StringBuilder text = new StringBuilder(2048);
  private boolean first = true;

  Text raw(String part) {
    text.append(part);
    return this;
  }

  Text open() {
    text.append('{');
    first = true;
    return this;
  }

  Text close() {
    text.append('}');
    return this;
  }

  Text field(String name, @Nullable String value) {
    name(name);
    if (value == null) {
      text.append("null");
    } else {
      quote(value);
    }
    return this;
  }

  Text field(String name, BigDecimal value) {
    return literal(name, value.toPlainString());
  }

  Text field(String name, int value) {
    return literal(name, Integer.toString(value));
  }

  Text literal(String name, String value) {
    name(name);
    text.append(value);
    return this;
  }

  private void name(String name) {
    if (!first) {
      text.append(',');
    }
    first = false;
    text.append('"').append(name).append("\":");
  }

  private void quote(String value) {
    text.append('"');
    for (int at = 0; at < value.length(); at++) {
      char next = value.charAt(at);
      if (next == '"' || next == '\\') {
        text.append('\\');
      }
      text.append(next);
    }
    text.append('"');
  }

  /** A value of CSV; the first of a row has no comma before it. */
  Text cell(String value) {
    if (!first) {
      text.append(',');
    }
    first = false;
    if (value.indexOf('"') < 0 && value.indexOf(',') < 0 && value.indexOf('\n') < 0) {
      text.append(value);
    } else {
      text.append('"').append(value.replace("\"", "\"\"")).append('"');
    }
    return this;
  }

  Text endRow() {
    text.append("\r\n");
    first = true;
    return this;
  }

  @Override
  public String toString() {
    return text.toString();
  }

  void writeTo(OutputStream out) throws IOException {
    out.write(text.toString().getBytes(StandardCharsets.UTF_8));
    text.setLength(0);
    first = true;
  }
}
