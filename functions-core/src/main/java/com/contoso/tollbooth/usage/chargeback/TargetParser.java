package com.contoso.tollbooth.usage.chargeback;

import java.math.BigDecimal;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** Reads whom a rule charges: {@code charge: NAME}, or {@code split:} with one of its kinds. */
final class TargetParser {
  private static final String HOW =
      "a split is even: [names], proportional: [names] or fixed: {name: share}";

  private final BiConsumer<Node, String> fault;

  TargetParser(BiConsumer<Node, String> fault) {
    this.fault = fault;
  }

  @Nullable Target target(Node rule, @Nullable Node charge, @Nullable Node split) {
    if (charge != null && split == null) {
      return charge(charge);
    }
    if (charge == null && split != null) {
      return split(split);
    }
    fault.accept(rule, "a rule has either 'charge' or 'split'");
    return null;
  }

  private @Nullable Target charge(Node node) {
    if (!(node instanceof ScalarNode scalar) || !isName(node, scalar.getValue())) {
      return null;
    }
    return switch (scalar.getValue()) {
      case "{costCenter}" -> new Target.Own(Condition.Field.COST_CENTER);
      case "{department}" -> new Target.Own(Condition.Field.DEPARTMENT);
      default -> new Target.Named(scalar.getValue().strip());
    };
  }

  private @Nullable Target split(Node node) {
    if (!(node instanceof MappingNode mapping) || mapping.getValue().size() != 1) {
      fault.accept(node, HOW);
      return null;
    }
    var kind = Nodes.entries(mapping, fault).entrySet().iterator();
    if (!kind.hasNext()) {
      return null;
    }
    Map.Entry<String, Node> entry = kind.next();
    return switch (entry.getKey()) {
      case "even" -> names(entry.getValue()) instanceof List<String> n ? new Target.Even(n) : null;
      case "proportional" ->
          names(entry.getValue()) instanceof List<String> n ? new Target.Proportional(n) : null;
      case "fixed" -> fixed(entry.getValue());
      default -> {
        fault.accept(entry.getValue(), "'%s' is not known; %s".formatted(entry.getKey(), HOW));
        yield null;
      }
    };
  }

  private @Nullable List<String> names(Node node) {
    List<String> names = Nodes.texts(node, fault);
    if (names.isEmpty()) {
      fault.accept(node, "a split names those who share");
      return null;
    }
    if (new HashSet<>(names).size() < names.size()) {
      fault.accept(node, "a split names nobody twice");
      return null;
    }
    return names.stream().allMatch(name -> isName(node, name)) ? names : null;
  }

  private @Nullable Target fixed(Node node) {
    if (!(node instanceof MappingNode mapping)) {
      fault.accept(node, "fixed shares are a mapping of names to parts of one");
      return null;
    }
    var shares = new LinkedHashMap<String, BigDecimal>();
    Nodes.entries(mapping, fault)
        .forEach(
            (name, value) -> {
              BigDecimal share = share(value);
              if (share != null && isName(value, name)) {
                shares.put(name.strip(), share);
              }
            });
    BigDecimal sum = shares.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    if (sum.compareTo(BigDecimal.ONE) != 0) {
      fault.accept(node, "fixed shares sum to 1, not to " + sum.toPlainString());
      return null;
    }
    return new Target.Fixed(shares);
  }

  private @Nullable BigDecimal share(Node node) {
    if (node instanceof ScalarNode scalar && scalar.getValue().matches("\\d{1,3}(\\.\\d{1,12})?")) {
      return new BigDecimal(scalar.getValue());
    }
    fault.accept(node, "a share is a decimal from 0 to 1, such as 0.25");
    return null;
  }

  private boolean isName(Node node, String name) {
    if (name.isBlank() || name.strip().equalsIgnoreCase(Allocation.UNALLOCATED)) {
      fault.accept(node, "a cost cannot be charged to '%s'".formatted(name));
      return false;
    }
    return true;
  }
}
