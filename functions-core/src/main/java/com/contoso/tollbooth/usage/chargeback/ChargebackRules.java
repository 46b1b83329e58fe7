package com.contoso.tollbooth.usage.chargeback;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Keeps every version of the rules. A version never changes; one at a time is current. */
public interface ChargebackRules {
  /**
   * Keeps a text as the version after the newest. The text of the newest version again is that
   * version, and nothing is kept.
   */
  RulesVersion propose(String text, String by, Instant at);

  Optional<RulesVersion> find(int number);

  /** The version applied last; empty while none is. */
  Optional<RulesVersion> current();

  /**
   * Makes a version current, an earlier one too. No effect if it is.
   *
   * @throws IllegalArgumentException if there is no such version
   */
  void apply(int number, String by, Instant at);

  /** All that was done, newest first. */
  List<RulesEvent> history();
}
