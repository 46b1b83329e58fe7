package com.contoso.tollbooth.usage;

/** The number of a billing agreement: 1 to 50 letters, digits and dashes. */
public record EnrollmentNumber(String value) implements Comparable<EnrollmentNumber> {
  private static final int LONGEST = 50;

  public EnrollmentNumber {
    if (!value.matches("[A-Za-z0-9-]{1,50}")) {
      throw new IllegalArgumentException(
          "an enrollment number is 1 to 50 letters, digits and dashes, not '" + value + "'");
    }
  }

  /** The number that comes closest to a text: whatever no number has becomes a dash. */
  public static EnrollmentNumber closestTo(String text) {
    String like = text.isEmpty() ? "-" : text.replaceAll("[^A-Za-z0-9-]", "-");
    return new EnrollmentNumber(like.substring(0, Math.min(LONGEST, like.length())));
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
