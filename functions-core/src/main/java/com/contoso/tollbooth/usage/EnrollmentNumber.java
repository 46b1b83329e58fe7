package com.contoso.tollbooth.usage;

/** The number of a billing agreement: 1 to 50 letters, digits and dashes. */
public record EnrollmentNumber(String value) implements Comparable<EnrollmentNumber> {
  public EnrollmentNumber {
    if (!value.matches("[A-Za-z0-9-]{1,50}")) {
      throw new IllegalArgumentException(
          "an enrollment number is 1 to 50 letters, digits and dashes, not '" + value + "'");
    }
  }

  @Override
  public int compareTo(EnrollmentNumber other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
