package com.contoso.tollbooth.api;

/** A body of another type than JSON. */
final class UnsupportedBody extends RuntimeException {
  private static final long serialVersionUID = 1L;

  UnsupportedBody(String contentType) {
    super("Content-Type '" + contentType + "' is not supported; send application/json.");
  }
}
