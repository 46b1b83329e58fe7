package com.contoso.tollbooth.usage.chargeback;

import com.contoso.tollbooth.usage.LedgerReader;
import java.util.function.Function;

/** Says what a rules file would change; nothing is kept. */
record PreviewRules(LedgerReader ledger, Function<AllocationQuery, Allocation> allocateCosts)
    implements Function<RulesTrial, RulesEffect> {
  @Override
  public RulesEffect apply(RulesTrial trial) {
    var tally = new Tally(RuleBook.parse(trial.text()));
    ledger.rollups(trial.query().scope(), tally::add);
    return RulesEffect.of(
        allocateCosts.apply(trial.query()), tally.allocation(trial.query().month(), null));
  }
}
