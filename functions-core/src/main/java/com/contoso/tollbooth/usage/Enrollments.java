package com.contoso.tollbooth.usage;

import java.util.List;
import java.util.Optional;

/** The enrollments that are known. */
public interface Enrollments {
  /** By number. */
  List<Enrollment> all();

  Optional<Enrollment> find(EnrollmentNumber number);

  /** Enters an enrollment or takes the place of the one with its number. */
  void put(Enrollment enrollment);
}
