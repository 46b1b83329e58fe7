package com.contoso.tollbooth.usage.chargeback;

import java.time.Instant;

/**
 * One version of the rules file.
 *
 * @param number 1 for the first
 * @param text the file to the letter, valid when it was proposed
 */
public record RulesVersion(int number, String text, String proposedBy, Instant proposedAt) {}
