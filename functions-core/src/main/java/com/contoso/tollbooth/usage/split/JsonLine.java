package com.contoso.tollbooth.usage.split;

import java.nio.CharBuffer;
import java.util.Arrays;
import tools.jackson.core.io.JsonStringEncoder;

/** One line of JSON while it is written. One object serves a whole report, a line after another. */
final class JsonLine {
  private byte[] bytes = new byte[1 << 12];
  private int length;

  void clear() {
    length = 0;
  }

  byte[] bytes() {
    return bytes;
  }

  int length() {
    return length;
  }

  void put(byte[] more) {
    room(more.length);
    System.arraycopy(more, 0, bytes, length, more.length);
    length += more.length;
  }

  /** What stands between the quotes of a text. */
  void escaped(char[] text, int from, int to) {
    room(2 * (to - from));
    byte[] target = bytes;
    int next = length;
    for (int i = from; i < to; i++) {
      char c = text[i];
      if (c < ' ' || c > '~') {
        put(escaped(CharBuffer.wrap(text, from, to - from)));
        return;
      }
      if (c == '"' || c == '\\') {
        target[next++] = '\\';
      }
      target[next++] = (byte) c;
    }
    length = next;
  }

  static byte[] escaped(CharSequence text) {
    return JsonStringEncoder.getInstance().quoteAsUTF8(text);
  }

  private void room(int more) {
    if (more > bytes.length - length) {
      bytes = Arrays.copyOf(bytes, Math.max(length + more, 2 * bytes.length));
    }
  }
}
