package com.contoso.tollbooth.usage.split;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;

/** Watches the bytes of a CSV for signs that it breaks off. */
final class CsvEnding extends FilterInputStream {
  private static final long EIGHT_QUOTES = 0x2222222222222222L;
  private static final long LOW_BITS = 0x7f7f7f7f7f7f7f7fL;

  private boolean quoted;
  private int last = '\n';

  CsvEnding(InputStream in) {
    super(in);
  }

  /** Whether it ends within quotes, or in a row that is too short and has no line end. */
  boolean breaksOff(boolean shortRow) {
    return quoted || (shortRow && last != '\n');
  }

  @Override
  public int read() throws IOException {
    int next = super.read();
    if (next >= 0) {
      quoted ^= next == '"';
      last = next;
    }
    return next;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    if (count > 0) {
      quoted ^= quotes(bytes, offset, offset + count) % 2 == 1;
      last = bytes[offset + count - 1];
    }
    return count;
  }

  private static int quotes(byte[] bytes, int from, int to) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    int quotes = 0;
    int next = from;
    for (; next <= to - Long.BYTES; next += Long.BYTES) {
      // Eight at a time, for every byte of the report comes by: a quote leaves a byte of zeros,
      // and only such a byte then keeps its highest bit.
      long bits = buffer.getLong(next) ^ EIGHT_QUOTES;
      quotes += Long.bitCount(~(((bits & LOW_BITS) + LOW_BITS) | bits | LOW_BITS));
    }
    for (; next < to; next++) {
      quotes += bytes[next] == '"' ? 1 : 0;
    }
    return quotes;
  }
}
