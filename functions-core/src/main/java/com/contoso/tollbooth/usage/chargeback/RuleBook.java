package com.contoso.tollbooth.usage.chargeback;

import com.contoso.tollbooth.usage.Dimensions;
import java.util.List;
import java.util.OptionalInt;

/** Chargeback rules in the order in which they are tried; the first that matches decides. */
public record RuleBook(List<Rule> rules) {
  /** Matches nothing. */
  public static final RuleBook EMPTY = new RuleBook(List.of());

  public RuleBook {
    rules = List.copyOf(rules);
  }

  /**
   * Reads a rules file.
   *
   * @throws RulesRejected naming every line that is wrong
   */
  public static RuleBook parse(String yaml) {
    return new RulesParser().parse(yaml);
  }

  OptionalInt match(Dimensions dimensions) {
    for (int i = 0; i < rules.size(); i++) {
      if (rules.get(i).matches(dimensions)) {
        return OptionalInt.of(i);
      }
    }
    return OptionalInt.empty();
  }

  /** Charges the costs it includes to a target. */
  public record Rule(String name, CostFilter when, Target target) {
    boolean matches(Dimensions dimensions) {
      return when.includes(dimensions)
          && !(target instanceof Target.Own(var field) && isNobody(field.of(dimensions)));
    }

    private static boolean isNobody(String name) {
      return name.isBlank() || name.strip().equalsIgnoreCase(Allocation.UNALLOCATED);
    }
  }
}
