package com.contoso.tollbooth.usage.chargeback;

import com.contoso.tollbooth.usage.Dimensions;
import com.contoso.tollbooth.usage.SubscriptionId;
import java.math.BigDecimal;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Adds up who pays, whatever the case of his name: of several spellings the same one is told each
 * time. Shared costs are gathered by rule first and split once, at the end: the result is the same
 * in whatever order the costs come, and rounding happens once for each rule.
 */
final class Tally {
  private final RuleBook book;
  private final Map<String, CostTotal> totals = new TreeMap<>();
  private final Map<ByRule, CostTotal> matched = new TreeMap<>(ByRule.ORDER);
  private final Map<ByTarget, BigDecimal> direct = new TreeMap<>(ByTarget.ORDER);
  private final Map<String, String> spelled = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
  private final Map<Place, CostTotal> unallocated = new TreeMap<>(Place.ORDER);

  private Tally(RuleBook book) {
    this.book = book;
  }

  static Tally of(RuleBook book, MonthCosts costs) {
    var tally = new Tally(book);
    costs.entries().forEach(each -> tally.add(each.dimensions(), each.cost()));
    return tally;
  }

  private void add(Dimensions dimensions, CostTotal cost) {
    totals.merge(cost.currency(), cost, CostTotal::plus);
    book.match(dimensions)
        .ifPresentOrElse(number -> charge(number, dimensions, cost), () -> leave(dimensions, cost));
  }

  private void charge(int number, Dimensions dimensions, CostTotal cost) {
    matched.merge(new ByRule(number, cost.currency()), cost, CostTotal::plus);
    switch (book.rules().get(number).target()) {
      case Target.Named(var name) -> charge(name, cost);
      case Target.Own(var field) -> charge(field.of(dimensions).strip(), cost);
      case Target.Even ignored -> {}
      case Target.Proportional ignored -> {}
      case Target.Fixed ignored -> {}
    }
  }

  private void leave(Dimensions dimensions, CostTotal cost) {
    unallocated.merge(Place.of(dimensions, cost.currency()), cost, CostTotal::plus);
    charge(Allocation.UNALLOCATED, cost);
  }

  private void charge(String target, CostTotal cost) {
    direct.merge(payer(cost.currency(), target), cost.cost(), BigDecimal::add);
  }

  private ByTarget payer(String currency, String target) {
    spelled.merge(target, target, (one, other) -> one.compareTo(other) >= 0 ? one : other);
    return new ByTarget(currency, target);
  }

  Allocation allocation(YearMonth month, @Nullable Integer version) {
    Map<ByTarget, BigDecimal> shared = shared();
    var keys = new TreeMap<ByTarget, BigDecimal>(ByTarget.ORDER);
    keys.putAll(direct);
    keys.putAll(shared);
    return new Allocation(
        month,
        version,
        keys.keySet().stream().map(key -> share(key, shared)).toList(),
        matched.entrySet().stream()
            .map(entry -> matched(entry.getKey(), entry.getValue()))
            .toList(),
        unallocated.entrySet().stream()
            .map(entry -> entry.getKey().origin(entry.getValue()))
            .sorted(
                Comparator.comparing(Allocation.Origin::currency)
                    .thenComparing(origin -> origin.amount().abs(), Comparator.reverseOrder()))
            .toList(),
        List.copyOf(totals.values()));
  }

  private Map<ByTarget, BigDecimal> shared() {
    var shared = new TreeMap<ByTarget, BigDecimal>(ByTarget.ORDER);
    matched.forEach(
        (rule, cost) -> {
          Target target = book.rules().get(rule.number()).target();
          List<String> names = target.names();
          List<BigDecimal> weights = weights(target, rule.currency());
          if (!weights.isEmpty()) {
            List<BigDecimal> parts = Split.of(cost.cost(), rule.currency(), weights);
            for (int i = 0; i < parts.size(); i++) {
              shared.merge(payer(rule.currency(), names.get(i)), parts.get(i), BigDecimal::add);
            }
          }
        });
    return shared;
  }

  /** Empty for a cost that is not shared. */
  private List<BigDecimal> weights(Target target, String currency) {
    return switch (target) {
      case Target.Named ignored -> List.of();
      case Target.Own ignored -> List.of();
      case Target.Even(var names) -> even(names);
      case Target.Fixed(var shares) -> new ArrayList<>(shares.values());
      case Target.Proportional(var names) -> {
        List<BigDecimal> weights =
            names.stream()
                .map(name -> direct.getOrDefault(new ByTarget(currency, name), BigDecimal.ZERO))
                .map(BigDecimal.ZERO::max)
                .toList();
        yield weights.stream().allMatch(weight -> weight.signum() == 0) ? even(names) : weights;
      }
    };
  }

  private static List<BigDecimal> even(List<String> names) {
    return names.stream().map(name -> BigDecimal.ONE).toList();
  }

  private Allocation.Share share(ByTarget key, Map<ByTarget, BigDecimal> shared) {
    BigDecimal own = direct.getOrDefault(key, BigDecimal.ZERO);
    BigDecimal parts = shared.getOrDefault(key, BigDecimal.ZERO);
    String target = spelled.getOrDefault(key.target(), key.target());
    return new Allocation.Share(target, key.currency(), own, parts, own.add(parts));
  }

  private Allocation.Matched matched(ByRule rule, CostTotal cost) {
    return new Allocation.Matched(
        rule.number() + 1,
        book.rules().get(rule.number()).name(),
        rule.currency(),
        cost.lines(),
        cost.unrated(),
        cost.cost());
  }

  private record ByRule(int number, String currency) {
    static final Comparator<ByRule> ORDER =
        Comparator.comparingInt(ByRule::number).thenComparing(ByRule::currency);
  }

  private record ByTarget(String currency, String target) {
    static final Comparator<ByTarget> ORDER =
        Comparator.comparing(ByTarget::currency)
            .thenComparing(key -> key.target().equals(Allocation.UNALLOCATED))
            .thenComparing(ByTarget::target, String.CASE_INSENSITIVE_ORDER);
  }

  private record Place(
      String currency, SubscriptionId subscription, String group, String costCenter) {
    static final Comparator<Place> ORDER =
        Comparator.comparing(Place::currency)
            .thenComparing(Place::subscription)
            .thenComparing(Place::group)
            .thenComparing(Place::costCenter);

    static Place of(Dimensions dimensions, String currency) {
      return new Place(
          currency,
          dimensions.subscription(),
          dimensions.resourceGroup(),
          dimensions.owner().costCenter());
    }

    Allocation.Origin origin(CostTotal cost) {
      return new Allocation.Origin(
          subscription, group, costCenter, currency, cost.lines(), cost.unrated(), cost.cost());
    }
  }
}
