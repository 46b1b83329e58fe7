package com.contoso.tollbooth.local.usage.simulator;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.time.Duration;

/** Lets through the part of a body that is to be sent, slowly if so wished. */
final class FaultyStream extends FilterOutputStream {
  private static final int STRETCH = 64 * 1024;

  private final long from;
  private final long to;
  private final Duration pause;
  private long position;
  private long sinceRest;

  /**
   * @param to where the connection breaks
   */
  FaultyStream(OutputStream out, long from, long to, Duration pause) {
    super(out);
    this.from = from;
    this.to = to;
    this.pause = pause;
  }

  /** The connection broke on purpose. */
  static final class Broken extends IOException {
    private static final long serialVersionUID = 1L;
  }

  @Override
  public void write(int one) throws IOException {
    write(new byte[] {(byte) one}, 0, 1);
  }

  @Override
  public void write(byte[] buffer, int offset, int length) throws IOException {
    long skip = Math.clamp(from - position, 0, length);
    long sent = Math.clamp(to - position, 0, length);
    if (sent > skip) {
      out.write(buffer, offset + (int) skip, (int) (sent - skip));
      rest(sent - skip);
    }
    position += length;
    if (position > to) {
      out.flush();
      throw new Broken();
    }
  }

  private void rest(long bytes) throws IOException {
    sinceRest += bytes;
    if (sinceRest < STRETCH || pause.isZero()) {
      return;
    }
    sinceRest = 0;
    try {
      out.flush();
      Thread.sleep(pause);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("told to stop");
    }
  }
}
