package com.contoso.tollbooth.plate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The characters of a licence plate: 1 to 10 of A-Z and 0-9, no separators. Personal data: its
 * {@link #toString} hides it, so that no log or exception message shows a plate by accident.
 */
public record LicensePlate(@JsonValue String text) {
  private static final Pattern SHAPE = Pattern.compile("[A-Z0-9]{1,10}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public LicensePlate {
    if (!SHAPE.matcher(text).matches()) {
      throw new IllegalArgumentException("a plate is 1 to 10 of the characters A-Z and 0-9");
    }
  }

  /** What a person typed: case, spaces, dashes and dots are no part of a plate. */
  public static LicensePlate typed(String text) {
    return new LicensePlate(text.replaceAll("[\\s.·•-]", "").toUpperCase(Locale.ROOT));
  }

  @Override
  public String toString() {
    return "LicensePlate[" + text.length() + " characters]";
  }
}
