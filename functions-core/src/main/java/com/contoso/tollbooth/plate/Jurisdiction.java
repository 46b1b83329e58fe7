package com.contoso.tollbooth.plate;

/** Who issued a plate, as far as its format tells. */
public enum Jurisdiction {
  TX("Texas"),
  OK("Oklahoma"),
  NM("New Mexico"),
  /** Some other state, or a format that fits more than one. */
  US("United States");

  private final String displayName;

  Jurisdiction(String displayName) {
    this.displayName = displayName;
  }

  public String displayName() {
    return displayName;
  }
}
