package com.contoso.tollbooth.usage.ledger;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import java.time.Instant;
import java.time.YearMonth;

/** The state of a month of an enrollment, and since when. */
public record LedgerMonth(
    EnrollmentNumber enrollment, YearMonth month, MonthState state, Instant since) {}
