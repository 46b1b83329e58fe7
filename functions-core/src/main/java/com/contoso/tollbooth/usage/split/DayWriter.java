package com.contoso.tollbooth.usage.split;

import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.StoredFile;
import com.contoso.tollbooth.usage.Totals;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.UsageFolder;
import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;

/** Writes one day file. */
final class DayWriter implements Closeable {
  private static final int BUFFER = BackgroundWriter.BUFFER;

  private final UsageFiles.NewFile file;
  private final OutputStream out;
  private final Tally tally = new Tally();
  private final BackgroundWriter background;
  private byte[] buffer;
  private int filled;
  private boolean hasLines;

  DayWriter(UsageFiles files, String name, BackgroundWriter background) throws IOException {
    this.background = background;
    this.buffer = background.buffer();
    this.file = files.create(UsageFolder.NEW_DAILY_SPLIT, name);
    this.out = file.out();
    put('[');
    put('\n');
  }

  void line(LineFacts facts, byte[] text, int from, int to) throws IOException {
    if (BUFFER - filled < 2) {
      flush();
    }
    if (hasLines) {
      put(',');
      put('\n');
    }
    hasLines = true;
    put(text, from, to);
    facts.addTo(tally);
  }

  private void put(char ascii) {
    buffer[filled++] = (byte) ascii;
  }

  /** A line may be longer than a buffer. */
  private void put(byte[] text, int from, int to) throws IOException {
    for (int next = from; next < to; ) {
      if (filled == BUFFER) {
        flush();
      }
      int count = Math.min(to - next, BUFFER - filled);
      System.arraycopy(text, next, buffer, filled, count);
      filled += count;
      next += count;
    }
  }

  private void flush() throws IOException {
    background.write(out, buffer, filled);
    buffer = background.buffer();
    filled = 0;
  }

  Totals totals() {
    return tally.totals();
  }

  /** Hands over what is left, to be followed by nothing. */
  void finish() throws IOException {
    if (BUFFER - filled < 3) {
      flush();
    }
    if (hasLines) {
      put('\n');
    }
    put(']');
    put('\n');
    flush();
  }

  /** All is written; empty if a later run's file of the day stays in its place. */
  Optional<StoredFile> commit(RunId run) throws IOException {
    return file.commitUnlessOutdated(run);
  }

  @Override
  public void close() throws IOException {
    file.close();
  }
}
