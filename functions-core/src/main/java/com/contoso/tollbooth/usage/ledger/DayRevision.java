package com.contoso.tollbooth.usage.ledger;

import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.DayLines;

/** A day as a report has it, to be applied to the ledger. */
public record DayRevision(DayFile file, DayLines lines, RateCard rates) {}
