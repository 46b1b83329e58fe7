package com.contoso.tollbooth.usage.chargeback;

import com.contoso.tollbooth.usage.LedgerReader;
import java.util.Optional;
import java.util.function.Function;

/** Charges a month's costs to those who caused them. */
record AllocateCosts(LedgerReader ledger, ChargebackRules rules)
    implements Function<AllocationQuery, Allocation> {
  @Override
  public Allocation apply(AllocationQuery query) {
    return allocation(query, costs(query));
  }

  MonthCosts costs(AllocationQuery query) {
    var costs = new MonthCosts();
    ledger.rollups(query.scope(), costs::add);
    return costs;
  }

  Allocation allocation(AllocationQuery query, MonthCosts costs) {
    Optional<RulesVersion> version = version(query);
    RuleBook book = version.map(RulesVersion::text).map(RuleBook::parse).orElse(RuleBook.EMPTY);
    return Tally.of(book, costs)
        .allocation(query.month(), version.map(RulesVersion::number).orElse(null));
  }

  private Optional<RulesVersion> version(AllocationQuery query) {
    Integer number = query.version();
    if (number == null) {
      return rules.current();
    }
    return Optional.of(
        rules
            .find(number)
            .orElseThrow(
                () ->
                    new IllegalArgumentException(
                        "there is no version %d of the rules".formatted(number))));
  }
}
