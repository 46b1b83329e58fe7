package com.contoso.tollbooth.usage.split;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/** Opens a report as UTF-8 without byte order mark, whatever encoding and packing it came in. */
final class ReportText {
  private static final int BUFFER = 1 << 16;

  private ReportText() {}

  static BufferedInputStream utf8(InputStream raw) throws IOException {
    BufferedInputStream in = new BufferedInputStream(raw, BUFFER);
    byte[] head = peek(in, 4);
    if (begins(head, 0x1f, 0x8b)) {
      in = new BufferedInputStream(new GZIPInputStream(in, BUFFER), BUFFER);
      head = peek(in, 4);
    }
    if (begins(head, 0xef, 0xbb, 0xbf)) {
      in.skipNBytes(3);
      return in;
    }
    // Without a mark, a report's first character is ASCII: its other byte is zero.
    boolean little = begins(head, 0xff, 0xfe) || (head.length > 1 && head[0] != 0 && head[1] == 0);
    boolean big = begins(head, 0xfe, 0xff) || (head.length > 1 && head[0] == 0 && head[1] != 0);
    return little || big ? new BufferedInputStream(Utf16.toUtf8(in, little), BUFFER) : in;
  }

  /** The first bytes, or all if there are fewer; they are read again afterwards. */
  static byte[] peek(BufferedInputStream in, int count) throws IOException {
    in.mark(count);
    byte[] head = in.readNBytes(count);
    in.reset();
    return head;
  }

  private static boolean begins(byte[] head, int... with) {
    for (int i = 0; i < with.length; i++) {
      if (i >= head.length || (head[i] & 0xff) != with[i]) {
        return false;
      }
    }
    return true;
  }
}
