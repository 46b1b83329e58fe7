package com.contoso.tollbooth.usage;

import java.io.Serial;

/** The ledger changed while it was read, so that what was read is no whole; once more will do. */
public final class LedgerMoved extends RuntimeException {
  @Serial private static final long serialVersionUID = 1;

  public LedgerMoved(String message) {
    super(message);
  }
}
