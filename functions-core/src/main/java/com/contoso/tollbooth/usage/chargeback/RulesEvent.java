package com.contoso.tollbooth.usage.chargeback;

import java.time.Instant;

/** What someone did with a version of the rules. */
public record RulesEvent(int version, Kind kind, String by, Instant at) {
  /** What it was. */
  public enum Kind {
    PROPOSED,
    APPLIED
  }
}
