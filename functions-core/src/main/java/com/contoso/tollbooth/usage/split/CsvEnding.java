package com.contoso.tollbooth.usage.split;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Watches the bytes of a CSV for signs that it breaks off. */
final class CsvEnding extends FilterInputStream {
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
      int quotes = 0;
      for (int i = offset; i < offset + count; i++) {
        quotes += bytes[i] == '"' ? 1 : 0;
      }
      quoted ^= quotes % 2 == 1;
      last = bytes[offset + count - 1];
    }
    return count;
  }
}
