package com.contoso.tollbooth.reconciliation;

/**
 * What reconciliation found and did.
 *
 * @param photos in the photo store
 * @param known of them, already in the registry
 * @param redriven sent on their way again: unknown photos, stranded passages, untold facts
 */
public record ReconciliationReport(long photos, long known, long redriven) {}
