package com.contoso.tollbooth.usage;

import java.time.LocalDate;

/** A day of an enrollment. */
public record UsageDay(EnrollmentNumber enrollment, LocalDate day) {}
