package com.contoso.outlaw.usage.split;

import com.contoso.outlaw.usage.ledger.VisitedLedger;

/** Breaks: steps of the usage pipeline keep apart. */
public record VisitingSplit(VisitedLedger ledger) {}
