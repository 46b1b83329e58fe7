package com.contoso.tollbooth.usage.split;

/** A report is not whole, or no report at all; the message says which. */
final class UnreadableReport extends Exception {
  private static final long serialVersionUID = 1L;

  private final String reason;

  UnreadableReport(String reason) {
    super(reason);
    this.reason = reason;
  }

  String reason() {
    return reason;
  }
}
