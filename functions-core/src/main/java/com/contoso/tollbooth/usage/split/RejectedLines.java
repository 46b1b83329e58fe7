package com.contoso.tollbooth.usage.split;

import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.UsageFolder;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Writes the rejected lines of a report: one JSON object a line, with the number of the element,
 * the reason and the element as text.
 */
final class RejectedLines implements Closeable {
  private static final byte[] HEX = "0123456789abcdef".getBytes(StandardCharsets.US_ASCII);

  private final UsageFiles files;
  private final String name;
  private UsageFiles.@Nullable NewFile file;
  private @Nullable OutputStream out;
  private long count;

  RejectedLines(UsageFiles files, String name) {
    this.files = files;
    this.name = name;
  }

  void begin(long number, String reason) throws IOException {
    OutputStream to = open();
    write(to, "{\"line\":" + number + ",\"reason\":\"");
    byte[] words = reason.getBytes(StandardCharsets.UTF_8);
    escape(to, words, 0, words.length);
    write(to, "\",\"text\":\"");
    count++;
  }

  /** The next bytes of the element. */
  void part(byte[] text, int from, int to) throws IOException {
    escape(open(), text, from, to);
  }

  void end() throws IOException {
    write(open(), "\"}\n");
  }

  long count() {
    return count;
  }

  /** Makes the file seen and returns its name; without rejected lines there is none. */
  @Nullable String commit() throws IOException {
    if (file == null || out == null) {
      files.delete(UsageFolder.ERRORS, name);
      return null;
    }
    out.flush();
    file.commit();
    return name;
  }

  @Override
  public void close() throws IOException {
    if (file != null) {
      file.close();
    }
  }

  private OutputStream open() throws IOException {
    OutputStream to = out;
    if (to == null) {
      file = files.create(UsageFolder.ERRORS, name);
      to = new BufferedOutputStream(file.out(), 1 << 16);
      out = to;
    }
    return to;
  }

  private static void write(OutputStream out, String ascii) throws IOException {
    out.write(ascii.getBytes(StandardCharsets.US_ASCII));
  }

  /** UTF-8 may be cut anywhere: what must be escaped in JSON is a single byte. */
  private static void escape(OutputStream out, byte[] text, int from, int to) throws IOException {
    for (int i = from; i < to; i++) {
      byte next = text[i];
      if (next == '"' || next == '\\') {
        out.write('\\');
        out.write(next);
      } else if (next >= 0 && next < ' ') {
        write(out, "\\u00");
        out.write(HEX[next >> 4]);
        out.write(HEX[next & 15]);
      } else {
        out.write(next);
      }
    }
  }
}
