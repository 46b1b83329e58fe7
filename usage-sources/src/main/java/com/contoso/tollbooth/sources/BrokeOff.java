package com.contoso.tollbooth.sources;

import java.io.IOException;

/** A report broke off and cannot be resumed where it stopped; it may be begun anew. */
final class BrokeOff extends IOException {
  private static final long serialVersionUID = 1L;

  BrokeOff(String message) {
    super(message);
  }

  BrokeOff(String message, Throwable cause) {
    super(message, cause);
  }
}
