package com.contoso.tollbooth.usage.ledger;

/** Where a billing month stands, in the order it goes through. */
public enum MonthState {
  /** It is not over. */
  OPEN,
  /** It is over, and late records are still expected. */
  SETTLING,
  /** No change is expected. */
  CLOSED,
  /** It changed after it was closed. */
  RESTATED
}
