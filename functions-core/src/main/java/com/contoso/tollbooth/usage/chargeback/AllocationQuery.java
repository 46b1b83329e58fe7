package com.contoso.tollbooth.usage.chargeback;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.LedgerScope;
import com.contoso.tollbooth.usage.UsageRights;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks who pays for a month.
 *
 * @param rights whose lines are counted
 * @param enrollments those alone; all, if empty
 * @param version of the rules; the current one for {@code null}
 */
public record AllocationQuery(
    UsageRights rights,
    YearMonth month,
    Set<EnrollmentNumber> enrollments,
    @Nullable Integer version) {
  public AllocationQuery {
    enrollments = Set.copyOf(enrollments);
  }

  public static AllocationQuery of(UsageRights rights, YearMonth month) {
    return new AllocationQuery(rights, month, Set.of(), null);
  }

  LedgerScope scope() {
    return new LedgerScope(rights, enrollments, month.atDay(1), month.atEndOfMonth());
  }
}
