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
      watch(next);
    }
    return next;
  }

  @Override
  public int read(byte[] bytes, int offset, int length) throws IOException {
    int count = super.read(bytes, offset, length);
    for (int i = 0; i < count; i++) {
      watch(bytes[offset + i]);
    }
    return count;
  }

  private void watch(int next) {
    last = next;
    if (next == '"') {
      quoted = !quoted;
    }
  }
}
