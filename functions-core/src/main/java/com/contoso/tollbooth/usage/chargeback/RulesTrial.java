package com.contoso.tollbooth.usage.chargeback;

/**
 * Asks what a rules file would change.
 *
 * @param query the month, and the rules to compare with
 */
public record RulesTrial(AllocationQuery query, String text) {}
