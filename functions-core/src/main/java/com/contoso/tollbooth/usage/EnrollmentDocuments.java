package com.contoso.tollbooth.usage;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

/** The documents of a store, each read by itself: one that is no enrollment hides no other. */
public final class EnrollmentDocuments {
  private final List<Enrollment> enrollments = new ArrayList<>();
  private final List<Enrollments.Unreadable> unreadable = new ArrayList<>();

  /**
   * Reads one.
   *
   * @param name under which it is kept
   * @param document empty if it is gone; throws {@link IllegalArgumentException} if it is none
   */
  public void read(String name, Supplier<Optional<Enrollment>> document) {
    try {
      document.get().ifPresent(enrollments::add);
    } catch (IllegalArgumentException e) {
      unreadable.add(
          new Enrollments.Unreadable(
              EnrollmentNumber.closestTo(name), String.valueOf(e.getMessage())));
    }
  }

  /** By number. */
  public List<Enrollment> enrollments() {
    return enrollments.stream().sorted(Comparator.comparing(Enrollment::number)).toList();
  }

  /** By the number that comes closest to the name. */
  public List<Enrollments.Unreadable> unreadable() {
    return unreadable.stream()
        .sorted(Comparator.comparing(Enrollments.Unreadable::number))
        .toList();
  }
}
