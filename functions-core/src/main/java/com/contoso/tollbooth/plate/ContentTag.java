package com.contoso.tollbooth.plate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;

/** Tells two contents of one path apart: a blob's ETag, or the SHA-256 of a file. Opaque. */
public record ContentTag(@JsonValue String value) {
  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public ContentTag {
    if (value.isBlank()) {
      throw new IllegalArgumentException("a content tag is not blank");
    }
  }

  @Override
  public String toString() {
    return value;
  }
}
