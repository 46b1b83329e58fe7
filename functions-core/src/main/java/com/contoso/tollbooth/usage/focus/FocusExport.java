package com.contoso.tollbooth.usage.focus;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.LedgerScope;
import com.contoso.tollbooth.usage.ReportFiles;
import com.contoso.tollbooth.usage.UsageRights;
import java.time.YearMonth;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Asks for a month as FOCUS.
 *
 * @param rights whose lines are in it
 * @param enrollment that one alone; all for {@code null}
 */
public record FocusExport(
    UsageRights rights,
    @Nullable EnrollmentNumber enrollment,
    YearMonth month,
    FocusFormat format) {
  /** {@code focus-1.2-{yyyy-MM}[-{enrollment}].{csv|parquet}}. */
  public String file() {
    return "focus-1.2-"
        + month
        + (enrollment == null ? "" : "-" + enrollment)
        + ReportFiles.suffix(rights)
        + "."
        + format.extension();
  }

  LedgerScope scope() {
    return new LedgerScope(
        rights,
        enrollment == null ? Set.of() : Set.of(enrollment),
        month.atDay(1),
        month.atEndOfMonth());
  }
}
