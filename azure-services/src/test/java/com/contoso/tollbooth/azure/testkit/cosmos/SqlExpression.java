package com.contoso.tollbooth.azure.testkit.cosmos;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.BooleanNode;
import tools.jackson.databind.node.LongNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * An expression of the query language. Its value is JSON, or undefined, which is {@code null} here:
 * a missing property, a comparison across types and whatever follows from them.
 *
 * @see <a href="https://learn.microsoft.com/cosmos-db/query/equality-comparison-operators">Equality
 *     and comparison operators</a>
 */
sealed interface SqlExpression {

  /** What an expression is evaluated on: one document, or the count of many. */
  record Row(@Nullable JsonNode document, long count) {}

  @Nullable JsonNode evaluate(Row row);

  default boolean isTrue(Row row) {
    return BooleanNode.TRUE.equals(evaluate(row));
  }

  record Literal(JsonNode value) implements SqlExpression {
    @Override
    public JsonNode evaluate(Row row) {
      return value;
    }
  }

  /** {@code c.a["b"][0]}: its steps are names and indexes. */
  record Path(List<Object> steps) implements SqlExpression {
    @Override
    public @Nullable JsonNode evaluate(Row row) {
      JsonNode value = row.document();
      for (Object step : steps) {
        if (value == null) {
          return null;
        }
        value =
            step instanceof Integer index
                ? (value.isArray() ? value.get(index) : null)
                : value.get((String) step);
      }
      return value;
    }

    /** The path as an indexing policy writes it. */
    String indexPath() {
      StringBuilder path = new StringBuilder();
      steps.forEach(step -> path.append('/').append(step instanceof Integer ? "[]" : step));
      return path.toString();
    }
  }

  record ArrayOf(List<SqlExpression> elements) implements SqlExpression {
    @Override
    public JsonNode evaluate(Row row) {
      ArrayNode array = GatewayRequest.JSON.createArrayNode();
      for (SqlExpression element : elements) {
        JsonNode value = element.evaluate(row);
        if (value != null) {
          array.add(value);
        }
      }
      return array;
    }
  }

  record ObjectOf(Map<String, SqlExpression> properties) implements SqlExpression {
    @Override
    public JsonNode evaluate(Row row) {
      ObjectNode object = GatewayRequest.JSON.createObjectNode();
      properties.forEach(
          (name, expression) -> {
            JsonNode value = expression.evaluate(row);
            if (value != null) {
              object.set(name, value);
            }
          });
      return object;
    }
  }

  record Count() implements SqlExpression {
    @Override
    public JsonNode evaluate(Row row) {
      return LongNode.valueOf(row.count());
    }
  }

  record Not(SqlExpression operand) implements SqlExpression {
    @Override
    public @Nullable JsonNode evaluate(Row row) {
      return operand.evaluate(row) instanceof BooleanNode value
          ? BooleanNode.valueOf(!value.booleanValue())
          : null;
    }
  }

  /** False if one side is false, true if both are true, else undefined. */
  record And(SqlExpression left, SqlExpression right) implements SqlExpression {
    @Override
    public @Nullable JsonNode evaluate(Row row) {
      return decided(left, right, row, BooleanNode.FALSE);
    }
  }

  /** True if one side is true, false if both are false, else undefined. */
  record Or(SqlExpression left, SqlExpression right) implements SqlExpression {
    @Override
    public @Nullable JsonNode evaluate(Row row) {
      return decided(left, right, row, BooleanNode.TRUE);
    }
  }

  private static @Nullable JsonNode decided(
      SqlExpression left, SqlExpression right, Row row, BooleanNode decisive) {
    JsonNode first = left.evaluate(row);
    if (decisive.equals(first)) {
      return decisive;
    }
    JsonNode second = right.evaluate(row);
    if (decisive.equals(second)) {
      return decisive;
    }
    return first instanceof BooleanNode && second instanceof BooleanNode ? first : null;
  }

  record Comparison(String operator, SqlExpression left, SqlExpression right)
      implements SqlExpression {
    @Override
    public @Nullable JsonNode evaluate(Row row) {
      JsonNode first = left.evaluate(row);
      JsonNode second = right.evaluate(row);
      SqlType type = SqlType.of(first);
      if (type == SqlType.UNDEFINED || type != SqlType.of(second)) {
        return null;
      }
      if (operator.equals("=")) {
        return BooleanNode.valueOf(SqlType.same(first, second));
      }
      if (type == SqlType.ARRAY || type == SqlType.OBJECT) {
        return null;
      }
      int order = SqlType.compare(first, second);
      return BooleanNode.valueOf(
          switch (operator) {
            case "!=", "<>" -> order != 0;
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            case ">=" -> order >= 0;
            default -> throw new IllegalStateException(operator);
          });
    }
  }

  record TypeCheck(SqlType type, SqlExpression operand) implements SqlExpression {
    @Override
    public JsonNode evaluate(Row row) {
      return BooleanNode.valueOf(SqlType.of(operand.evaluate(row)) == type);
    }
  }

  record IsDefined(SqlExpression operand) implements SqlExpression {
    @Override
    public JsonNode evaluate(Row row) {
      return BooleanNode.valueOf(operand.evaluate(row) != null);
    }
  }
}
