package com.contoso.tollbooth.usage;

/**
 * A report as it came, whole and counted, in {@link UsageFolder#NEW_DAILY_USAGE} or, once it is
 * split, in {@link UsageFolder#PROCESSED_USAGE}.
 */
public record RawReport(Fetch fetch, StoredFile file) {}
