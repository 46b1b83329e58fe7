package com.contoso.tollbooth.billing;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Locale;

/**
 * The span of recording times that one export covers: from the closing time of the window before,
 * inclusive, to its own, exclusive. Whole milliseconds.
 */
public record ExportWindow(Instant from, Instant to) implements Comparable<ExportWindow> {
  private static final DateTimeFormatter NAME =
      DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmssSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);

  public ExportWindow {
    if (!from.isBefore(to)) {
      throw new IllegalArgumentException("a window ends after it begins");
    }
    if (!from.truncatedTo(ChronoUnit.MILLIS).equals(from)
        || !to.truncatedTo(ChronoUnit.MILLIS).equals(to)) {
      throw new IllegalArgumentException("a window begins and ends at whole milliseconds");
    }
  }

  /** The window in letters that suit a file name: {@code {from}-{to}}; windows sort by it. */
  public String name() {
    return NAME.format(from) + "-" + NAME.format(to);
  }

  /** Reads a {@link #name}. */
  public static ExportWindow named(String name) {
    int dash = name.indexOf('-');
    if (dash < 0) {
      throw new IllegalArgumentException("a window's name is {from}-{to}");
    }
    return new ExportWindow(
        NAME.parse(name.substring(0, dash), Instant::from),
        NAME.parse(name.substring(dash + 1), Instant::from));
  }

  @Override
  public int compareTo(ExportWindow other) {
    return from.compareTo(other.from);
  }
}
