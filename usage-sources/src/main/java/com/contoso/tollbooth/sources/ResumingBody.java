package com.contoso.tollbooth.sources;

import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.Optional;

/**
 * A body that goes on where its connection broke, if its source vouches for the same bytes; else it
 * throws {@link BrokeOff}. It ends only where its source said it would.
 */
final class ResumingBody extends InputStream {
  /** Sends a request as the first one was sent, with or without the key. */
  interface Sender {
    Answer send(HttpRequest.Builder request) throws IOException;
  }

  private final URI uri;
  private final Sender sender;
  private final Optional<String> tag;
  private final long length;
  private int left;
  private InputStream current;
  private long position;

  /**
   * @param resumptions how often at most
   */
  ResumingBody(URI uri, Answer first, Sender sender, int resumptions) {
    this.uri = uri;
    this.sender = sender;
    this.tag = first.strongTag();
    this.length = first.length();
    this.current = first.body();
    this.left = resumptions;
  }

  @Override
  public int read() throws IOException {
    byte[] one = new byte[1];
    return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
  }

  @Override
  public int read(byte[] target, int offset, int count) throws IOException {
    while (true) {
      try {
        int taken = current.read(target, offset, count);
        if (taken < 0 && position < length) {
          throw new IOException("ended after " + position + " of " + length + " bytes");
        }
        position += Math.max(taken, 0);
        return taken;
      } catch (InterruptedIOException e) {
        throw e;
      } catch (IOException e) {
        resume(e);
      }
    }
  }

  private void resume(IOException fault) throws IOException {
    current.close();
    if (tag.isEmpty() || left == 0) {
      throw brokeOff(fault);
    }
    left--;
    Answer answer =
        sender.send(
            HttpRequest.newBuilder(uri)
                .header("Range", "bytes=" + position + "-")
                .header("If-Range", tag.get()));
    current = answer.body();
    boolean same = answer.strongTag().equals(tag);
    if (answer.status() == 206 && same && startsHere(answer)) {
      return;
    }
    if (answer.status() == 200 && same) {
      skip();
      return;
    }
    current.close();
    throw brokeOff(fault);
  }

  private boolean startsHere(Answer answer) {
    String range = answer.headers().firstValue("Content-Range").orElse("");
    return range.startsWith("bytes " + position + "-");
  }

  private void skip() throws IOException {
    try {
      current.skipNBytes(position);
    } catch (IOException e) {
      throw brokeOff(e);
    }
  }

  private BrokeOff brokeOff(IOException fault) {
    return new BrokeOff(Connection.shown(uri) + " broke off after " + position + " bytes", fault);
  }

  @Override
  public void close() throws IOException {
    current.close();
  }
}
