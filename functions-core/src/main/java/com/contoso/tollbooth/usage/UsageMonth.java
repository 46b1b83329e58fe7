package com.contoso.tollbooth.usage;

import java.time.YearMonth;

/** A billing month of an enrollment. */
public record UsageMonth(EnrollmentNumber enrollment, YearMonth month) {}
