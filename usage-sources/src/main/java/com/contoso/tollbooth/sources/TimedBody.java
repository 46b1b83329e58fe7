package com.contoso.tollbooth.sources;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.http.HttpTimeoutException;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * The bytes of an answer as they arrive. Unlike the client's own stream, it does not wait for ever
 * for a source that has fallen silent.
 */
final class TimedBody extends InputStream implements Flow.Subscriber<List<ByteBuffer>> {
  private sealed interface Signal {
    record Bytes(List<ByteBuffer> buffers) implements Signal {}

    record End() implements Signal {}

    record Fault(Throwable cause) implements Signal {}
  }

  private final BlockingQueue<Signal> signals = new LinkedBlockingQueue<>();
  private final Queue<ByteBuffer> buffers = new ArrayDeque<>();
  private final Duration patience;
  private volatile Flow.@Nullable Subscription subscription;
  private boolean ended;

  TimedBody(Duration patience) {
    this.patience = patience;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (length == 0) {
      return 0;
    }
    ByteBuffer buffer = next();
    if (buffer == null) {
      return -1;
    }
    int taken = Math.min(length, buffer.remaining());
    buffer.get(target, offset, taken);
    return taken;
  }

  private @Nullable ByteBuffer next() throws IOException {
    while (!ended) {
      ByteBuffer buffer = buffers.peek();
      if (buffer != null && buffer.hasRemaining()) {
        return buffer;
      }
      if (buffer != null) {
        buffers.remove();
      } else {
        await();
      }
    }
    return null;
  }

  private void await() throws IOException {
    switch (signal()) {
      case Signal.Bytes(List<ByteBuffer> more) -> {
        buffers.addAll(more);
        askForMore();
      }
      case Signal.End end -> ended = true;
      case Signal.Fault(Throwable cause) -> throw new IOException(cause.getMessage(), cause);
    }
  }

  private Signal signal() throws IOException {
    try {
      Signal signal = signals.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
      if (signal == null) {
        throw new HttpTimeoutException("no byte for " + patience.toSeconds() + " s");
      }
      return signal;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException("told to stop while reading a report");
    }
  }

  private void askForMore() {
    Flow.Subscription source = subscription;
    if (source != null) {
      source.request(1);
    }
  }

  @Override
  public void onSubscribe(Flow.Subscription source) {
    subscription = source;
    source.request(1);
  }

  @Override
  public void onNext(List<ByteBuffer> more) {
    signals.add(new Signal.Bytes(more));
  }

  @Override
  public void onError(Throwable cause) {
    signals.add(new Signal.Fault(cause));
  }

  @Override
  public void onComplete() {
    signals.add(new Signal.End());
  }

  @Override
  public void close() {
    ended = true;
    Flow.Subscription source = subscription;
    if (source != null) {
      source.cancel();
    }
  }
}
