package com.contoso.tollbooth.sources;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpHeaders;
import java.util.Optional;

/** What a source answered. */
record Answer(int status, HttpHeaders headers, InputStream body) implements Closeable {
  /** The version's name, if it stands for the very bytes and not just for what they mean. */
  Optional<String> strongTag() {
    return tag().filter(tag -> !tag.startsWith("W/"));
  }

  Optional<String> tag() {
    return headers.firstValue("ETag");
  }

  /** How many bytes the body has, or -1 if that is not said. */
  long length() {
    return headers.firstValueAsLong("Content-Length").orElse(-1);
  }

  @Override
  public void close() throws IOException {
    body.close();
  }
}
