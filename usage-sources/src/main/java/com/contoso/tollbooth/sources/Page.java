package com.contoso.tollbooth.sources;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.json.JsonFactory;

/** What a page says besides its lines. */
record Page(@Nullable String nextLink, long lines) {
  private static final JsonFactory JSON = new JsonFactory();

  /** Hands a page on, byte by byte, and reads it as it passes. */
  static Page copy(InputStream body, OutputStream out, String where) throws IOException {
    var tee = new Tee(body, out);
    try (JsonParser parser = JSON.createParser(ObjectReadContext.empty(), tee)) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw new IOException(where + " does not answer with a page of usage");
      }
      Page page = read(parser);
      if (parser.nextToken() != null) {
        throw new IOException(where + " answers with more than a page");
      }
      return page;
    } catch (JacksonIOException e) {
      throw e.getCause();
    } catch (JacksonException e) {
      if (tee.ended) {
        throw new BrokeOff(where + " ends before its page does", e);
      }
      throw new IOException(where + " answers with what is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  private static Page read(JsonParser parser) {
    String nextLink = null;
    long lines = 0;
    while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
      String name = parser.currentName();
      JsonToken value = parser.nextToken();
      if (name.equals("nextLink") && value == JsonToken.VALUE_STRING) {
        nextLink = parser.getString();
      } else if (name.equals("data") && value == JsonToken.START_ARRAY) {
        lines += elements(parser);
      } else {
        parser.skipChildren();
      }
    }
    return new Page(nextLink, lines);
  }

  private static long elements(JsonParser parser) {
    long elements = 0;
    while (parser.nextToken() != JsonToken.END_ARRAY) {
      parser.skipChildren();
      elements++;
    }
    return elements;
  }

  /** Writes what is read. */
  private static final class Tee extends FilterInputStream {
    private final OutputStream copy;
    private boolean ended;

    Tee(InputStream in, OutputStream copy) {
      super(in);
      this.copy = copy;
    }

    @Override
    public int read() throws IOException {
      int one = super.read();
      ended |= one < 0;
      if (one >= 0) {
        copy.write(one);
      }
      return one;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
      int taken = super.read(buffer, offset, length);
      ended |= taken < 0;
      if (taken > 0) {
        copy.write(buffer, offset, taken);
      }
      return taken;
    }
  }
}
