package com.contoso.tollbooth.usage;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;

/**
 * One run of the pipeline for one enrollment and month, named by when it was decided on, to the
 * millisecond in UTC: {@code 20260301T041500123Z}. A later run has the greater name.
 */
public record RunId(String value) implements Comparable<RunId> {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'").withZone(ZoneOffset.UTC);

  public RunId {
    if (!value.matches("\\d{8}T\\d{9}Z")) {
      throw new IllegalArgumentException("'" + value + "' is not the id of a run");
    }
  }

  public static RunId at(Instant decided) {
    return new RunId(NAME.format(decided));
  }

  @Override
  public int compareTo(RunId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
