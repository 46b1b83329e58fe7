package com.contoso.tollbooth.azure.usage;

/** Another worker has taken the day meanwhile; what this one did is not committed. */
final class Overtaken extends RuntimeException {
  private static final long serialVersionUID = 1;

  Overtaken() {
    super("another worker has taken the day", null, false, false);
  }
}
