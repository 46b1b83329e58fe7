package com.contoso.tollbooth.usage.chargeback;

/** Someone proposes a rules file. */
public record RulesProposal(String text, String by) {}
