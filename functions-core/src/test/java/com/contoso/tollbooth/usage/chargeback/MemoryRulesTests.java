package com.contoso.tollbooth.usage.chargeback;

class MemoryRulesTests extends ChargebackRulesContract {
  private final MemoryRules rules = new MemoryRules();

  @Override
  protected ChargebackRules rules() {
    return rules;
  }
}
