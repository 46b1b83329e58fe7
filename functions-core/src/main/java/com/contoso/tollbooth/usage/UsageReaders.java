package com.contoso.tollbooth.usage;

/** Who may read what of the ledger. */
public interface UsageReaders {
  /** The rights of a reader; a reader who is not known sees nothing. */
  UsageRights rightsOf(String reader);
}
