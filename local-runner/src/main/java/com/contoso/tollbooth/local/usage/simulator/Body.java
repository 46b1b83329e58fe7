package com.contoso.tollbooth.local.usage.simulator;

import java.io.IOException;
import java.io.OutputStream;

/** Bytes that are made as they are sent, and are the same each time. */
@FunctionalInterface
interface Body {
  void writeTo(OutputStream out) throws IOException;

  /** How many there are, found out by making them all. */
  default long length() throws IOException {
    var counter = new Counter();
    writeTo(counter);
    return counter.bytes;
  }

  /** Counts and forgets. */
  final class Counter extends OutputStream {
    private long bytes;

    @Override
    public void write(int one) {
      bytes++;
    }

    @Override
    public void write(byte[] buffer, int offset, int length) {
      bytes += length;
    }
  }
}
