package com.contoso.tollbooth.usage.ledger;

import java.util.List;

/** A price sheet is not valid; no price of it counts. */
public final class BadPriceSheet extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final List<String> faults;

  public BadPriceSheet(List<String> faults) {
    super(String.join("; ", faults));
    this.faults = List.copyOf(faults);
  }

  /** Each begins with {@code line N:} and says what is wrong there. */
  public List<String> faults() {
    return faults;
  }
}
