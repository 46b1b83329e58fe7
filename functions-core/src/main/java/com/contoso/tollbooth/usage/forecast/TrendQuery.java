package com.contoso.tollbooth.usage.forecast;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.UsageRights;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks how a month is going.
 *
 * @param enrollments those alone; all, if empty
 * @param currency that one alone; each by itself for {@code null}
 * @param asOf today, in UTC as usage is; an earlier day sees the ledger as if it ended there
 */
public record TrendQuery(
    UsageRights rights,
    Set<EnrollmentNumber> enrollments,
    YearMonth month,
    @Nullable String currency,
    LocalDate asOf) {
  public TrendQuery {
    enrollments = Set.copyOf(enrollments);
  }
}
