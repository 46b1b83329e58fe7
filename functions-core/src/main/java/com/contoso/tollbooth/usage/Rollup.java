package com.contoso.tollbooth.usage;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * The lines of one day that share all dimensions and the currency, summed exactly.
 *
 * @param unrated how many of the lines have no rate
 */
public record Rollup(
    LocalDate day,
    Dimensions dimensions,
    String currency,
    long lines,
    long unrated,
    BigDecimal cost) {}
