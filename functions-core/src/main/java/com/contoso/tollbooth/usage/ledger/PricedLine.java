package com.contoso.tollbooth.usage.ledger;

import com.contoso.tollbooth.usage.Cost;
import com.contoso.tollbooth.usage.UsageLine;

/** A line with its decimals in one form each, and what it costs. */
public record PricedLine(UsageLine line, Cost cost) {}
