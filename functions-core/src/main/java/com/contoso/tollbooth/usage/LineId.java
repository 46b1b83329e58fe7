package com.contoso.tollbooth.usage;

/** The identity of a line within its day; see the package of the ledger. */
public record LineId(String value) implements Comparable<LineId> {
  @Override
  public int compareTo(LineId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
