package com.contoso.tollbooth.usage.ledger;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.Totals;
import java.time.LocalDate;

/**
 * What the ledger holds of a day.
 *
 * @param run whose report was applied last
 * @param digest of all its lines and their prices, whatever their order
 * @param totals of its lines, as the reports name them
 */
public record LedgerDay(
    EnrollmentNumber enrollment, LocalDate day, RunId run, String digest, Totals totals) {}
