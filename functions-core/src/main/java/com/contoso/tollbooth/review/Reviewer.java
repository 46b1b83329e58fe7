package com.contoso.tollbooth.review;

/** The name of a person at the review desk: 1 to 64 characters. */
public record Reviewer(String name) {
  public Reviewer {
    name = name.strip();
    if (name.isEmpty() || name.length() > 64) {
      throw new IllegalArgumentException("a reviewer's name has 1 to 64 characters");
    }
  }
}
