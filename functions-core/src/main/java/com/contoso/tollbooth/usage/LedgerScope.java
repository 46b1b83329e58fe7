package com.contoso.tollbooth.usage;

import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;

/**
 * Which part of the ledger is read.
 *
 * @param rights whose lines are seen; the others are as if they were not there
 * @param enrollments those alone; all, if empty
 * @param from the first day
 * @param to the last day, included
 */
public record LedgerScope(
    UsageRights rights, Set<EnrollmentNumber> enrollments, LocalDate from, LocalDate to) {
  public LedgerScope {
    enrollments = Set.copyOf(enrollments);
    if (to.isBefore(from)) {
      throw new IllegalArgumentException("the last day " + to + " is before the first, " + from);
    }
  }

  public static LedgerScope of(UsageRights rights, YearMonth month) {
    return new LedgerScope(rights, Set.of(), month.atDay(1), month.atEndOfMonth());
  }
}
