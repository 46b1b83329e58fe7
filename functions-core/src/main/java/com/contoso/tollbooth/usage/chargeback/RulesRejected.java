package com.contoso.tollbooth.usage.chargeback;

import java.util.List;

/** A rules file is not valid; nothing came of it. */
public final class RulesRejected extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final List<String> faults;

  public RulesRejected(List<String> faults) {
    super(String.join("; ", faults));
    this.faults = List.copyOf(faults);
  }

  /** Each begins with {@code line N:} and says what is wrong there. */
  public List<String> faults() {
    return faults;
  }
}
