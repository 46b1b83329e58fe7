package com.contoso.tollbooth.usage;

/**
 * A line as the ledger holds it.
 *
 * @param run which wrote it as it stands
 */
public record LedgerLine(
    EnrollmentNumber enrollment, LineId id, UsageLine line, Cost cost, RunId run) {}
