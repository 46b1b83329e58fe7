package com.contoso.tollbooth.local.web;

/** What was asked for is not there. */
final class NotFound extends RuntimeException {
  private static final long serialVersionUID = 1L;

  NotFound(String message) {
    super(message);
  }
}
