package com.contoso.tollbooth.usage;

import java.util.List;
import java.util.Optional;

/**
 * The enrollments that are known. People edit their documents by hand: one that is no enrollment is
 * passed over, and told by {@link #unreadable}.
 */
public interface Enrollments {
  /** By number. */
  List<Enrollment> all();

  /** The documents that are no enrollment; none of a store that takes no such document. */
  default List<Unreadable> unreadable() {
    return List.of();
  }

  /**
   * The enrollment of that number.
   *
   * @throws IllegalArgumentException if its own document is none; the message never holds the key
   */
  Optional<Enrollment> find(EnrollmentNumber number);

  /** Enters an enrollment or takes the place of the one with its number. */
  void put(Enrollment enrollment);

  /**
   * A document that is no enrollment.
   *
   * @param number under which it is kept
   * @param reason never holds the key
   */
  record Unreadable(EnrollmentNumber number, String reason) {}
}
