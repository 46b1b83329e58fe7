package com.contoso.tollbooth.registry;

/** Where a passage stands. Every passage is in exactly one state. */
public enum PassageState {
  RECEIVED,
  REVIEW,
  BILLABLE,
  UNBILLABLE,
  EXPORTED,
  FAILED;

  /** Whether nothing more is decided about such a passage. */
  public boolean closed() {
    return switch (this) {
      case BILLABLE, UNBILLABLE, EXPORTED -> true;
      case RECEIVED, REVIEW, FAILED -> false;
    };
  }
}
