package com.contoso.tollbooth.usage.split;

import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/**
 * Hands the bytes of a report on to the parser and keeps those of the element being parsed, so that
 * an element can be cut out as it came. What outgrows the limit is handed over in parts.
 */
final class ReportWindow extends InputStream {
  private static final int CHUNK = 1 << 17;

  private final InputStream in;
  private final int limit;
  private final LongText longText;
  private byte[] bytes = new byte[2 * CHUNK];

  /** The place in the report of the first byte held. */
  private long base;

  private int given;
  private int end;

  /** The first byte that is needed, or -1 while none is. */
  private long needed = -1;

  private boolean handedOver;

  ReportWindow(InputStream in, int limit, LongText longText) {
    this.in = in;
    this.limit = limit;
    this.longText = longText;
  }

  /** Takes the beginning of an element that is longer than the limit. */
  interface LongText {
    void part(byte[] bytes, int from, int to) throws IOException;
  }

  /** From that place of the report on, bytes are needed. */
  void need(long place) {
    if (!handedOver) {
      needed = place;
    }
  }

  /** No byte before that place is needed any more. */
  void done(long place) {
    handedOver = false;
    needed = place;
  }

  void needNothing() {
    handedOver = false;
    needed = -1;
  }

  /** Whether the needed bytes outgrew the limit and some were handed over. */
  boolean handedOver() {
    return handedOver;
  }

  byte[] bytes() {
    return bytes;
  }

  /** Where in {@link #bytes} the needed bytes begin. */
  int from() {
    return (int) (needed - base);
  }

  /** Where in {@link #bytes} a place of the report is. */
  int index(long place) {
    return (int) (place - base);
  }

  @Override
  public int read() throws IOException {
    if (given == end && !fill()) {
      return -1;
    }
    return bytes[given++] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (given == end && !fill()) {
      return -1;
    }
    int count = Math.min(length, end - given);
    System.arraycopy(bytes, given, target, offset, count);
    given += count;
    return count;
  }

  /** All bytes held were given to the parser. */
  private boolean fill() throws IOException {
    int from = needed < 0 ? end : skipGap((int) (needed - base));
    if (end - from > limit) {
      longText.part(bytes, from, end);
      handedOver = true;
      from = end;
    }
    if (needed >= 0) {
      needed = base + from;
    }
    System.arraycopy(bytes, from, bytes, 0, end - from);
    base += from;
    end -= from;
    given = end;
    if (bytes.length - end < CHUNK) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, end + CHUNK));
    }
    int count = in.read(bytes, end, bytes.length - end);
    if (count < 0) {
      return false;
    }
    end += count;
    return true;
  }

  /** White space and the comma between two elements belong to neither. */
  private int skipGap(int from) {
    int start = from;
    while (!handedOver
        && start < end
        && (bytes[start] <= ' ' && bytes[start] >= 0 || bytes[start] == ',')) {
      start++;
    }
    return start;
  }

  @Override
  public void close() throws IOException {
    in.close();
  }
}
