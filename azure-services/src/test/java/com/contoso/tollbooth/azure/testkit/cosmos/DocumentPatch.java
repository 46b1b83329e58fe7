package com.contoso.tollbooth.azure.testkit.cosmos;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A partial update: at most ten operations, all of them or none, and perhaps a condition.
 *
 * @see <a href="https://learn.microsoft.com/azure/cosmos-db/partial-document-update">Partial
 *     document update</a>
 */
final class DocumentPatch {
  private static final int MOST_OPERATIONS = 10;
  private static final Set<String> FIXED = Set.of("id", "_rid", "_self", "_etag", "_ts");
  private static final Pattern INDEX = Pattern.compile("0|[1-9][0-9]{0,8}");

  private final JsonNode operations;
  private final Optional<SqlQuery> condition;
  private final List<String> partitionKeyPath;

  DocumentPatch(ObjectNode body, List<String> partitionKeyPath) {
    this.operations = body.path("operations");
    this.condition =
        body.path("condition")
            .stringValueOpt()
            .map(where -> SqlQuery.parse("SELECT * " + where, JsonParameters.NONE));
    this.partitionKeyPath = partitionKeyPath;
    if (!operations.isArray() || operations.isEmpty()) {
      throw CosmosFailure.badRequest("A patch needs an operation");
    }
    if (operations.size() > MOST_OPERATIONS) {
      throw CosmosFailure.badRequest("A patch has at most " + MOST_OPERATIONS + " operations");
    }
  }

  ObjectNode apply(ObjectNode document) {
    if (condition.isPresent() && !condition.get().selects(document)) {
      throw CosmosFailure.preconditionFailed();
    }
    ObjectNode patched = document.deepCopy();
    operations.forEach(operation -> apply(operation, patched));
    return patched;
  }

  private void apply(JsonNode operation, ObjectNode document) {
    String path = operation.path("path").asString("");
    List<String> steps =
        Stream.of(path.split("/", -1))
            .skip(1)
            .map(step -> step.replace("~1", "/").replace("~0", "~"))
            .toList();
    if (!path.startsWith("/") || steps.getLast().isEmpty()) {
      throw refused(path, "is not a path");
    }
    if (FIXED.contains(steps.getFirst()) || steps.equals(partitionKeyPath)) {
      throw refused(path, "cannot be patched");
    }
    JsonNode parent = document;
    for (String step : steps.subList(0, steps.size() - 1)) {
      parent = child(parent, step);
      if (parent == null) {
        throw refused(path, "has no parent");
      }
    }
    String kind = operation.path("op").asString("");
    JsonNode value = operation.get("value");
    if (value == null && !kind.equals("remove")) {
      throw refused(path, "needs a value");
    }
    switch (parent) {
      case ObjectNode object -> apply(kind, path, object, steps.getLast(), value);
      case ArrayNode array -> apply(kind, path, array, steps.getLast(), value);
      default -> throw refused(path, "has no object or array for a parent");
    }
  }

  private static void apply(
      String kind, String path, ObjectNode parent, String name, @Nullable JsonNode value) {
    switch (kind) {
      case "add", "set" -> parent.set(name, value);
      case "replace" -> {
        present(parent.get(name), path);
        parent.set(name, value);
      }
      case "remove" -> {
        present(parent.get(name), path);
        parent.remove(name);
      }
      case "incr" -> parent.set(name, sum(parent.get(name), value, path));
      default -> throw refused(path, "names operation " + kind + ", which is not emulated");
    }
  }

  private static void apply(
      String kind, String path, ArrayNode parent, String step, @Nullable JsonNode value) {
    int index = step.equals("-") ? parent.size() : index(step, path);
    switch (kind) {
      case "add" -> {
        if (index > parent.size()) {
          throw refused(path, "is beyond the array's end");
        }
        parent.insert(index, value);
      }
      case "set" -> {
        if (index > parent.size()) {
          throw refused(path, "is beyond the array's end");
        } else if (index == parent.size()) {
          parent.add(value);
        } else {
          parent.set(index, value);
        }
      }
      case "replace" -> {
        present(parent.get(index), path);
        parent.set(index, value);
      }
      case "remove" -> {
        present(parent.get(index), path);
        parent.remove(index);
      }
      case "incr" -> {
        present(parent.get(index), path);
        parent.set(index, sum(parent.get(index), value, path));
      }
      default -> throw refused(path, "names operation " + kind + ", which is not emulated");
    }
  }

  private static @Nullable JsonNode child(JsonNode parent, String step) {
    if (parent.isArray()) {
      return INDEX.matcher(step).matches() ? parent.get(Integer.parseInt(step)) : null;
    }
    return parent.get(step);
  }

  private static int index(String step, String path) {
    if (!INDEX.matcher(step).matches()) {
      throw refused(path, "needs an index");
    }
    return Integer.parseInt(step);
  }

  private static void present(@Nullable JsonNode value, String path) {
    if (value == null) {
      throw refused(path, "does not exist");
    }
  }

  private static JsonNode sum(@Nullable JsonNode present, JsonNode increment, String path) {
    if (!increment.isNumber() || (present != null && !present.isNumber())) {
      throw refused(path, "is not a number to increment");
    }
    if (present == null) {
      return increment;
    }
    if (present.isIntegralNumber() && increment.isIntegralNumber()) {
      return GatewayRequest.JSON
          .getNodeFactory()
          .numberNode(present.longValue() + increment.longValue());
    }
    return GatewayRequest.JSON
        .getNodeFactory()
        .numberNode(present.doubleValue() + increment.doubleValue());
  }

  private static CosmosFailure refused(String path, String why) {
    return CosmosFailure.badRequest("Patch path '" + path + "' " + why);
  }
}
