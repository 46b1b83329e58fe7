package com.contoso.tollbooth.usage.ledger;

/** stub */
public class LedgerConfiguration {}
