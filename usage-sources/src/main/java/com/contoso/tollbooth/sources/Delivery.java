package com.contoso.tollbooth.sources;

import com.contoso.tollbooth.usage.retrieve.UsageReports;
import java.io.IOException;
import java.io.OutputStream;

/** Hands a report's bytes on, within a limit, and knows how it ended. */
final class Delivery extends OutputStream {
  private final UsageReports.Sink sink;
  private final long limit;
  private OutputStream out = nullOutputStream();
  private long bytes;
  private int last;

  Delivery(UsageReports.Sink sink, long limit) {
    this.sink = sink;
    this.limit = limit;
  }

  /** From here on it is a new report. */
  Delivery begin() throws IOException {
    out = sink.restart();
    bytes = 0;
    last = 0;
    return this;
  }

  /** Whether the last byte that is not blank is this; in UTF-16 as well. */
  boolean endsWith(char character) {
    return last == character;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws IOException {
    bytes += length;
    if (bytes > limit) {
      throw new IOException("the report is larger than " + limit + " bytes, which is the limit");
    }
    out.write(buffer, offset, length);
    for (int at = offset + length - 1; at >= offset; at--) {
      if (buffer[at] < 0 || buffer[at] > ' ') {
        last = buffer[at];
        return;
      }
    }
  }

  @Override
  public void flush() throws IOException {
    out.flush();
  }
}
