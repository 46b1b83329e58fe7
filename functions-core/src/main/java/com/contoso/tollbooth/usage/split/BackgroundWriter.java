package com.contoso.tollbooth.usage.split;

import java.io.Closeable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.io.OutputStream;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Writes on a thread of its own, in order, so that the report is parsed while what was cut out of
 * it is hashed and stored. Only so much waits to be written.
 */
final class BackgroundWriter implements Closeable {
  static final int BUFFER = 1 << 16;
  private static final int WAITING = 32;

  private final ExecutorService thread =
      Executors.newSingleThreadExecutor(
          Thread.ofPlatform().daemon().name("usage-split-", 0).factory());
  private final Semaphore room = new Semaphore(WAITING);
  private final Queue<byte[]> written = new ConcurrentLinkedQueue<>();
  private volatile @Nullable Exception failure;

  /** A buffer that nobody uses. */
  byte[] buffer() {
    byte[] used = written.poll();
    return used == null ? new byte[BUFFER] : used;
  }

  /** Writes the first bytes of a buffer, which from now on is not the caller's. */
  void write(OutputStream out, byte[] buffer, int length) throws IOException {
    take(1);
    thread.execute(
        () -> {
          try {
            if (failure == null) {
              out.write(buffer, 0, length);
            }
          } catch (IOException | RuntimeException e) {
            failure = e;
          } finally {
            written.add(buffer);
            room.release();
          }
        });
  }

  /** Returns when all is written, or throws what went wrong. */
  void await() throws IOException {
    take(WAITING);
    room.release(WAITING);
  }

  private void take(int places) throws IOException {
    try {
      room.acquire(places);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("interrupted while day files were written");
    }
    Exception wrong = failure;
    if (wrong != null) {
      room.release(places);
      throw new IOException("a day file could not be written", wrong);
    }
  }

  /** When it returns, nothing is being written any more. */
  @Override
  public void close() {
    thread.close();
  }
}
