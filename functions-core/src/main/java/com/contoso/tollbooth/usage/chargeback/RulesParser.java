package com.contoso.tollbooth.usage.chargeback;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * Reads the rules file. It works on YAML's nodes and not on objects made of them, because a node
 * knows its line, a number keeps its digits, and nothing in the file can name a Java class.
 */
final class RulesParser {
  private static final Set<String> RULE = Set.of("name", "when", "charge", "split");

  private final List<String> faults = new ArrayList<>();
  private final TargetParser targets = new TargetParser(this::fault);

  RuleBook parse(String yaml) {
    List<RuleBook.Rule> rules = rules(compose(yaml));
    if (!faults.isEmpty()) {
      throw new RulesRejected(faults);
    }
    return new RuleBook(rules);
  }

  private @Nullable Node compose(String yaml) {
    try {
      var options = new LoaderOptions();
      options.setAllowDuplicateKeys(false);
      return new Yaml(options).compose(new StringReader(yaml));
    } catch (MarkedYAMLException e) {
      int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
      throw new RulesRejected(List.of("line %d: %s".formatted(line, e.getProblem())));
    } catch (YAMLException e) {
      throw new RulesRejected(List.of("line 1: not YAML: " + e.getMessage()));
    }
  }

  private List<RuleBook.Rule> rules(@Nullable Node root) {
    if (!(root instanceof MappingNode file)) {
      faults.add("line 1: the file begins with 'rules:' and a list of rules");
      return List.of();
    }
    Map<String, Node> entries = Nodes.entries(file, this::fault);
    entries.forEach(
        (key, value) -> {
          if (!key.equals("rules")) {
            fault(value, "'%s' is not known; there is 'rules'".formatted(key));
          }
        });
    if (!(entries.get("rules") instanceof SequenceNode list)) {
      fault(file, "'rules' is a list of rules");
      return List.of();
    }
    var rules = new ArrayList<RuleBook.Rule>();
    for (Node node : list.getValue()) {
      rule(node, rules.size() + 1, rules);
    }
    return rules;
  }

  private void rule(Node node, int number, List<RuleBook.Rule> rules) {
    if (!(node instanceof MappingNode mapping)) {
      fault(node, "a rule has 'when' and 'charge' or 'split'");
      return;
    }
    Map<String, Node> entries = Nodes.entries(mapping, this::fault);
    entries.forEach(
        (key, value) -> {
          if (!RULE.contains(key)) {
            fault(value, "'%s' is not known; a rule has name, when, charge, split".formatted(key));
          }
        });
    Node name = entries.get("name");
    CostFilter when = when(entries.get("when"));
    Target target = targets.target(mapping, entries.get("charge"), entries.get("split"));
    if (target != null) {
      String title = name instanceof ScalarNode scalar ? scalar.getValue() : "rule " + number;
      rules.add(new RuleBook.Rule(title, when, target));
    }
  }

  private CostFilter when(@Nullable Node node) {
    if (node == null) {
      return CostFilter.ALL;
    }
    if (!(node instanceof MappingNode mapping)) {
      fault(node, "'when' has at least one of %s, tag".formatted(CostFilter.known()));
      return CostFilter.ALL;
    }
    var conditions = new ArrayList<Condition>();
    Nodes.entries(mapping, this::fault)
        .forEach(
            (key, value) -> {
              if (key.equals("tag")) {
                tags(value, conditions);
              } else {
                condition(key, value, conditions);
              }
            });
    return new CostFilter(conditions);
  }

  /** {@code tag: system=tollbooth}, or a mapping of names to values, each of which must hold. */
  private void tags(Node node, List<Condition> conditions) {
    if (node instanceof MappingNode mapping) {
      Nodes.entries(mapping, this::fault)
          .forEach((name, value) -> condition("tag:" + name, value, conditions));
      return;
    }
    if (node instanceof ScalarNode scalar && scalar.getValue().indexOf('=') > 0) {
      String[] tag = scalar.getValue().split("=", 2);
      conditions.add(new Condition.TagIs(tag[0].strip(), List.of(Glob.of(tag[1].strip()))));
      return;
    }
    fault(node, "'tag' is NAME=VALUE or a mapping of names to values");
  }

  private void condition(String key, Node value, List<Condition> conditions) {
    List<Glob> values = Nodes.texts(value, this::fault).stream().map(Glob::of).toList();
    if (values.isEmpty()) {
      fault(value, "'%s' has no value".formatted(key));
      return;
    }
    try {
      conditions.add(CostFilter.condition(key, values));
    } catch (IllegalArgumentException e) {
      fault(value, e.getMessage());
    }
  }

  private void fault(Node node, @Nullable String what) {
    faults.add("line %d: %s".formatted(node.getStartMark().getLine() + 1, what));
  }
}
