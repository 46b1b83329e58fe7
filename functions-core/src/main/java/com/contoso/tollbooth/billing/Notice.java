package com.contoso.tollbooth.billing;

/** A plain-text mail; its text holds no plate. */
public record Notice(String id, String subject, String text) {}
