package com.contoso.tollbooth.usage.forecast;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.UsageRights;
import java.time.LocalDate;
import java.util.Set;

/**
 * Asks for the anomalies of some days.
 *
 * @param enrollments those alone; all, if empty
 * @param to the last day, included
 * @param asOf today, in UTC as usage is
 */
public record AnomalyQuery(
    UsageRights rights,
    Set<EnrollmentNumber> enrollments,
    LocalDate from,
    LocalDate to,
    LocalDate asOf) {
  public AnomalyQuery {
    enrollments = Set.copyOf(enrollments);
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("the last day " + to + " is before the first, " + from);
    }
  }
}
