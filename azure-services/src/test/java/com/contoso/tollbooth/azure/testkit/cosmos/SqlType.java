package com.contoso.tollbooth.azure.testkit.cosmos;

import java.util.Iterator;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * The types of the query language, in the order in which {@code ORDER BY} puts them.
 *
 * @see <a href="https://learn.microsoft.com/cosmos-db/query/order-by">ORDER BY</a>
 */
enum SqlType {
  UNDEFINED,
  NULL,
  BOOLEAN,
  NUMBER,
  STRING,
  ARRAY,
  OBJECT;

  static SqlType of(@Nullable JsonNode value) {
    if (value == null) {
      return UNDEFINED;
    }
    return switch (value.getNodeType()) {
      case NULL -> NULL;
      case BOOLEAN -> BOOLEAN;
      case NUMBER -> NUMBER;
      case STRING -> STRING;
      case ARRAY -> ARRAY;
      case OBJECT -> OBJECT;
      default -> throw new IllegalStateException("No JSON: " + value);
    };
  }

  /** Orders by type, then by value; arrays and objects have no order among themselves. */
  static int compare(@Nullable JsonNode left, @Nullable JsonNode right) {
    SqlType type = of(left);
    int byType = type.compareTo(of(right));
    if (byType != 0) {
      return byType;
    }
    return switch (type) {
      case UNDEFINED, NULL, ARRAY, OBJECT -> 0;
      case BOOLEAN -> Boolean.compare(left.booleanValue(), right.booleanValue());
      case NUMBER -> Double.compare(left.doubleValue(), right.doubleValue());
      case STRING -> left.stringValue().compareTo(right.stringValue());
    };
  }

  static boolean same(@Nullable JsonNode left, @Nullable JsonNode right) {
    SqlType type = of(left);
    if (type != of(right)) {
      return false;
    }
    return switch (type) {
      case ARRAY -> sameElements(left, right);
      case OBJECT -> sameProperties(left, right);
      default -> compare(left, right) == 0;
    };
  }

  private static boolean sameElements(JsonNode left, JsonNode right) {
    Iterator<JsonNode> others = right.iterator();
    return left.size() == right.size()
        && left.valueStream().allMatch(value -> same(value, others.next()));
  }

  private static boolean sameProperties(JsonNode left, JsonNode right) {
    return left.size() == right.size()
        && left.properties().stream()
            .allMatch(
                (Map.Entry<String, JsonNode> property) ->
                    same(property.getValue(), right.get(property.getKey())));
  }
}
