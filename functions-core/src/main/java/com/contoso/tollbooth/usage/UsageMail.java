package com.contoso.tollbooth.usage;

/**
 * A plain-text mail to finance or operations.
 *
 * @param id of what it tells: the same again is the same mail, and is sent once
 */
public record UsageMail(String id, String subject, String text) {}
