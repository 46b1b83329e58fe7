package com.contoso.tollbooth.plate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.regex.Pattern;

/** A toll booth: the first folder of a photo's path, 1 to 64 letters, digits, dots, dashes. */
public record BoothId(@JsonValue String value) {
  private static final Pattern SHAPE = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,63}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public BoothId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException(
          "a booth id is 1 to 64 letters, digits, spaces, dots, dashes or underscores, beginning with a letter or digit");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
