package com.contoso.tollbooth.usage.focus;

import java.io.Closeable;
import java.io.IOException;
import java.io.OutputStream;

/** Writes FOCUS rows in one format, in constant memory. The same rows give the same bytes. */
public interface FocusWriter {
  FocusFormat format();

  /** Begins a file. Closing the sheet completes it and leaves the stream open. */
  Sheet open(OutputStream out, FocusScales scales) throws IOException;

  /** A file being written, row by row. */
  interface Sheet extends Closeable {
    void write(FocusRow row) throws IOException;
  }
}
