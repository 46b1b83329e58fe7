package com.contoso.tollbooth.usage.chargeback;

import java.time.InstantSource;
import java.util.function.Function;

/** Keeps a rules file that is valid as a new version, not yet current. */
record ProposeRules(ChargebackRules rules, InstantSource clock)
    implements Function<RulesProposal, RulesVersion> {
  @Override
  public RulesVersion apply(RulesProposal proposal) {
    RuleBook.parse(proposal.text());
    return rules.propose(proposal.text(), proposal.by(), clock.instant());
  }
}
