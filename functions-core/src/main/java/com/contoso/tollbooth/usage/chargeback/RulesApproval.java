package com.contoso.tollbooth.usage.chargeback;

/** Someone makes a version of the rules current. */
public record RulesApproval(int version, String by) {}
