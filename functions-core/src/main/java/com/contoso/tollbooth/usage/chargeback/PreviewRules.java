package com.contoso.tollbooth.usage.chargeback;

import java.util.function.Function;

/** Says what a rules file would change of the same costs; nothing is kept. */
record PreviewRules(AllocateCosts allocateCosts) implements Function<RulesTrial, RulesEffect> {
  @Override
  public RulesEffect apply(RulesTrial trial) {
    RuleBook book = RuleBook.parse(trial.text());
    MonthCosts costs = allocateCosts.costs(trial.query());
    return RulesEffect.of(
        allocateCosts.allocation(trial.query(), costs),
        Tally.of(book, costs).allocation(trial.query().month(), null));
  }
}
