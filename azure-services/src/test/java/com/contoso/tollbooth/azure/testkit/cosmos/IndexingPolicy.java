package com.contoso.tollbooth.azure.testkit.cosmos;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Which paths of a container are indexed. Of two policies for a path the more precise one counts.
 *
 * @see <a href="https://learn.microsoft.com/azure/cosmos-db/index-policy">Indexing policies</a>
 */
record IndexingPolicy(List<String> included, List<String> excluded, List<List<Order>> composite) {

  /** One path of an order: {@code /a/b}, ascending or descending. */
  record Order(String path, boolean descending) {}

  static IndexingPolicy of(JsonNode policy) {
    List<List<Order>> composite = new ArrayList<>();
    for (JsonNode index : policy.path("compositeIndexes")) {
      List<Order> orders = new ArrayList<>();
      for (JsonNode path : index) {
        orders.add(
            new Order(
                path.path("path").asString(),
                path.path("order").asString("ascending").equalsIgnoreCase("descending")));
      }
      composite.add(List.copyOf(orders));
    }
    boolean none = policy.path("indexingMode").asString("consistent").equalsIgnoreCase("none");
    return new IndexingPolicy(
        none ? List.of() : paths(policy.path("includedPaths")),
        paths(policy.path("excludedPaths")),
        List.copyOf(composite));
  }

  private static List<String> paths(JsonNode policies) {
    List<String> paths = new ArrayList<>();
    policies.forEach(policy -> paths.add(policy.path("path").asString().replace("\"", "")));
    return List.copyOf(paths);
  }

  /** The service's policy for a container that was created without one. */
  static ObjectNode byDefault() {
    ObjectNode policy = GatewayRequest.JSON.createObjectNode();
    policy.put("indexingMode", "consistent").put("automatic", true);
    policy.putArray("includedPaths").addObject().put("path", "/*");
    policy.putArray("excludedPaths").addObject().put("path", "/\"_etag\"/?");
    return policy;
  }

  boolean indexes(String path) {
    return precision(included, path) > precision(excluded, path);
  }

  private static int precision(List<String> policies, String path) {
    return policies.stream()
        .filter(policy -> covers(policy, path))
        .mapToInt(String::length)
        .max()
        .orElse(-1);
  }

  private static boolean covers(String policy, String path) {
    if (policy.endsWith("/?")) {
      return path.equals(policy.substring(0, policy.length() - 2));
    }
    String prefix = policy.substring(0, policy.length() - 2);
    return policy.endsWith("/*") && (path.equals(prefix) || path.startsWith(prefix + "/"));
  }

  /** Throws unless an index serves the order: several paths need a composite index of just them. */
  void requireServes(List<Order> orders) {
    if (orders.size() == 1 && !indexes(orders.getFirst().path())) {
      throw CosmosFailure.badRequest(
          "The index path corresponding to the specified order-by item is excluded.");
    }
    if (orders.size() > 1 && composite.stream().noneMatch(index -> serves(index, orders))) {
      throw CosmosFailure.badRequest(
          "The order by query does not have a corresponding composite index that it can be served"
              + " from.");
    }
  }

  private static boolean serves(List<Order> index, List<Order> orders) {
    List<Order> reversed =
        index.stream().map(order -> new Order(order.path(), !order.descending())).toList();
    return index.equals(orders) || reversed.equals(orders);
  }

  /** How many of a document's values are indexed. */
  int indexedPaths(JsonNode document) {
    return (int) leaves("", document).filter(this::indexes).count();
  }

  private static Stream<String> leaves(String path, JsonNode value) {
    if (value.isObject()) {
      return value.properties().stream().flatMap(property -> leaf(path, property));
    }
    if (value.isArray()) {
      return value.valueStream().flatMap(element -> leaves(path + "/[]", element));
    }
    return Stream.of(path);
  }

  private static Stream<String> leaf(String path, Map.Entry<String, JsonNode> property) {
    return leaves(path + "/" + property.getKey(), property.getValue());
  }
}
