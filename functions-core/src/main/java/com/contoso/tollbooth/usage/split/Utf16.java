package com.contoso.tollbooth.usage.split;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;

/** UTF-16 as UTF-8, a piece at a time. What is malformed or breaks off is an error. */
final class Utf16 extends InputStream {
  private static final int PIECE = 1 << 14;

  private final Reader reader;
  private final CharsetEncoder encoder =
      StandardCharsets.UTF_8
          .newEncoder()
          .onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT);
  private final CharBuffer chars = CharBuffer.allocate(PIECE).flip();
  private final ByteBuffer bytes = ByteBuffer.allocate(4 * PIECE).flip();
  private boolean first = true;

  private Utf16(Reader reader) {
    this.reader = reader;
  }

  static InputStream toUtf8(InputStream in, boolean littleEndian) {
    return new Utf16(
        new InputStreamReader(
            in,
            (littleEndian ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE)
                .newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)));
  }

  @Override
  public int read() throws IOException {
    return bytes.hasRemaining() || fill() ? bytes.get() & 0xff : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) throws IOException {
    if (!bytes.hasRemaining() && !fill()) {
      return -1;
    }
    int count = Math.min(length, bytes.remaining());
    bytes.get(target, offset, count);
    return count;
  }

  private boolean fill() throws IOException {
    bytes.clear();
    boolean more = true;
    while (more && bytes.position() == 0) {
      chars.compact();
      more = reader.read(chars) >= 0;
      chars.flip();
      if (first && chars.hasRemaining()) {
        first = false;
        if (chars.get(chars.position()) == '\ufeff') {
          chars.get();
        }
      }
      var result = encoder.encode(chars, bytes, !more);
      if (result.isError()) {
        result.throwException();
      }
    }
    bytes.flip();
    return bytes.hasRemaining();
  }

  @Override
  public void close() throws IOException {
    reader.close();
  }
}
