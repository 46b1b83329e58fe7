package com.contoso.tollbooth.local.cli;

/** Something the user can mend; the message is one sentence that says what. */
public final class CannotGoOn extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public CannotGoOn(String message) {
    super(message);
  }
}
