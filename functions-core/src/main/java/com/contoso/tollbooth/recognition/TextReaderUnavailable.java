package com.contoso.tollbooth.recognition;

import java.time.Duration;

/** The OCR engine cannot answer now; an outage delays a photo and is never held against it. */
public final class TextReaderUnavailable extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Duration retryAfter;

  public TextReaderUnavailable(String message, Duration retryAfter, Throwable cause) {
    super(message, cause);
    this.retryAfter = retryAfter;
  }

  public TextReaderUnavailable(String message, Duration retryAfter) {
    super(message);
    this.retryAfter = retryAfter;
  }

  /** How long the engine asks to be left alone. */
  public Duration retryAfter() {
    return retryAfter;
  }
}
