package com.contoso.tollbooth.usage.split;

import java.io.IOException;

/** Takes the elements of a report in its order. */
interface Elements {
  /** An element with its text, which is one line of JSON and is there only during the call. */
  void element(LineFacts facts, byte[] text, int from, int to) throws IOException;

  /** The next bytes of an element that is too long to be held; {@link #longEnd} follows. */
  void longPart(long number, byte[] text, int from, int to) throws IOException;

  /** The element that came in parts is complete. */
  void longEnd(LineFacts facts) throws IOException;
}
