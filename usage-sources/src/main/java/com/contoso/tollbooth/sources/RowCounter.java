package com.contoso.tollbooth.sources;

/**
 * Counts the rows of CSV as its bytes pass. A line break within quotes ends no row, and a line
 * without a character is none.
 */
final class RowCounter {
  private long rows;
  private boolean quoted;
  private boolean begun;

  void count(byte[] buffer, int offset, int length) {
    for (int at = offset; at < offset + length; at++) {
      count(buffer[at]);
    }
  }

  void count(byte next) {
    if (next == '"') {
      quoted = !quoted;
      begun = true;
    } else if (!quoted && (next == '\n' || next == '\r')) {
      rows += begun ? 1 : 0;
      begun = false;
    } else {
      begun = true;
    }
  }

  /** Rows that have ended. */
  long ended() {
    return rows;
  }

  /** All rows, the last of which need not end in a line break. */
  long rows() {
    return rows + (begun ? 1 : 0);
  }

  /** Whether a row has begun and not ended. */
  boolean withinRow() {
    return begun;
  }

  boolean withinQuotes() {
    return quoted;
  }
}
