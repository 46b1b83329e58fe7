package com.contoso.tollbooth.recognition;

import java.io.IOException;
import java.io.InputStream;

/** The bytes of a stored photo, readable from the start as often as needed. */
public interface PhotoContent {
  /** Opens the bytes at their start; the caller closes the stream. */
  InputStream open() throws IOException;

  /** How many bytes there are. */
  long size();
}
