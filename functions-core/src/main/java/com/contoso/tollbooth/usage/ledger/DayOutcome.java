package com.contoso.tollbooth.usage.ledger;

/**
 * What applying a day came to.
 *
 * @param lines of the revision
 * @param written lines that were new or changed
 * @param retired lines that had vanished
 */
public record DayOutcome(Kind kind, long lines, long written, long retired) {
  /** Which of the four it was. */
  public enum Kind {
    /** The day changed. */
    APPLIED,
    /** A newer report with the same lines. */
    UNCHANGED,
    /** This very revision was applied before. */
    REPEATED,
    /** A newer one was applied before. */
    SUPERSEDED
  }
}
