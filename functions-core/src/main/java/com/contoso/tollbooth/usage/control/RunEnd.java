package com.contoso.tollbooth.usage.control;

import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobRecord;
import org.jspecify.annotations.Nullable;

/** How a run ended, with the sums of its steps. */
public record RunEnd(
    Fetch fetch,
    JobRecord.Outcome outcome,
    long lines,
    long changed,
    long bytes,
    @Nullable String reason) {}
