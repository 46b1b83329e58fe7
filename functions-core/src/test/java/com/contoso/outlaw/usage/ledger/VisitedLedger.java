package com.contoso.outlaw.usage.ledger;

/** Breaks nothing; it is visited. */
public record VisitedLedger() {}
