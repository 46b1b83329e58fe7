package com.contoso.tollbooth.usage.split;

import com.contoso.tollbooth.usage.StoredFile;
import com.contoso.tollbooth.usage.Totals;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.UsageFolder;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** Writes one day file. */
final class DayWriter implements Closeable {
  /** A month has 31 of them open at once. */
  private static final int BUFFER = 1 << 16;

  private final UsageFiles.NewFile file;
  private final OutputStream out;
  private final Tally tally = new Tally();
  private final byte[] buffer = new byte[BUFFER];
  private int filled;
  private boolean hasLines;

  DayWriter(UsageFiles files, String name) throws IOException {
    this.file = files.create(UsageFolder.NEW_DAILY_SPLIT, name);
    this.out = file.out();
    put('[');
    put('\n');
  }

  void line(LineFacts facts, byte[] text, int from, int to) throws IOException {
    if (BUFFER - filled < to - from + 4) {
      flush();
    }
    if (hasLines) {
      put(',');
      put('\n');
    }
    hasLines = true;
    if (to - from > BUFFER - 4) {
      flush();
      out.write(text, from, to - from);
    } else {
      System.arraycopy(text, from, buffer, filled, to - from);
      filled += to - from;
    }
    facts.addTo(tally);
  }

  private void put(char ascii) {
    buffer[filled++] = (byte) ascii;
  }

  private void flush() throws IOException {
    out.write(buffer, 0, filled);
    filled = 0;
  }

  Totals totals() {
    return tally.totals();
  }

  StoredFile commit() throws IOException {
    if (hasLines) {
      flush();
      put('\n');
    }
    put(']');
    put('\n');
    flush();
    return file.commit();
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
