package com.contoso.tollbooth.plate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** How sure a reader is: 0 (not at all) to 1 (entirely). */
public record Confidence(@JsonValue double value) implements Comparable<Confidence> {
  public static final Confidence NONE = new Confidence(0);
  public static final Confidence FULL = new Confidence(1);

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public Confidence {
    if (!(value >= 0 && value <= 1)) {
      throw new IllegalArgumentException("a confidence lies between 0 and 1, not at " + value);
    }
  }

  public boolean atLeast(Confidence floor) {
    return value >= floor.value;
  }

  @Override
  public int compareTo(Confidence other) {
    return Double.compare(value, other.value);
  }
}
