package com.contoso.tollbooth.usage.focus;

/** The ledger changed while it was exported; nothing was published, and once more will do. */
public final class LedgerMoved extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public LedgerMoved(String file) {
    super("the ledger changed while " + file + " was written; export it again");
  }
}
