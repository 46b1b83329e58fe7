package com.contoso.tollbooth.usage.chargeback;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads YAML's nodes and tells of each that is not what it should be. */
final class Nodes {
  private Nodes() {}

  static Map<String, Node> entries(MappingNode mapping, BiConsumer<Node, String> fault) {
    var entries = new LinkedHashMap<String, Node>();
    for (NodeTuple tuple : mapping.getValue()) {
      if (!(tuple.getKeyNode() instanceof ScalarNode key)) {
        fault.accept(tuple.getKeyNode(), "a name is a text");
      } else if (entries.putIfAbsent(key.getValue(), tuple.getValueNode()) != null) {
        fault.accept(key, "'%s' stands here a second time".formatted(key.getValue()));
      }
    }
    return entries;
  }

  /** One text, or a list of them. */
  static List<String> texts(Node node, BiConsumer<Node, String> fault) {
    List<Node> nodes = node instanceof SequenceNode list ? list.getValue() : List.of(node);
    var texts = new ArrayList<String>();
    for (Node each : nodes) {
      if (each instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
        texts.add(scalar.getValue().strip());
      } else {
        fault.accept(each, "this is a text that is not blank, or a list of them");
      }
    }
    return texts;
  }
}
