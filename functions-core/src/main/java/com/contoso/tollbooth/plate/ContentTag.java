package com.contoso.tollbooth.plate;

/** Tells two contents of one path apart: a blob's ETag, or the SHA-256 of a file. Opaque. */
public record ContentTag(String value) {
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
