package com.contoso.tollbooth.plate;

/**
 * The photo itself can never be read: not an image, broken, too large. Trying again is no use, so
 * its message goes to the dead letters with this reason.
 */
public final class PhotoRefused extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Reason reason;

  public PhotoRefused(Reason reason, String detail) {
    super(reason + ": " + detail);
    this.reason = reason;
  }

  public PhotoRefused(Reason reason, String detail, Throwable cause) {
    super(reason + ": " + detail, cause);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** What is wrong with it. */
  public enum Reason {
    EMPTY,
    NOT_AN_IMAGE,
    TRUNCATED,
    TOO_MANY_BYTES,
    TOO_MANY_PIXELS,
    TOO_SMALL,
    GONE
  }
}
