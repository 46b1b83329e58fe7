package com.contoso.tollbooth.azure.testkit.cosmos;

import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * What the gateway tells a client of a query before it is run: which ranges to ask, how to merge
 * their answers, and the query to send to each of them.
 */
final class QueryPlan {
  private static final String RESUME_FILTER = "{documentdb-formattableorderbyquery-filter}";

  private final SqlQuery query;
  private final PartitionKeyScheme partitionKey;

  QueryPlan(SqlQuery query, PartitionKeyScheme partitionKey) {
    this.query = query;
    this.partitionKey = partitionKey;
  }

  ObjectNode json() {
    ObjectNode plan = GatewayRequest.JSON.createObjectNode();
    plan.put("partitionedQueryExecutionInfoVersion", 2);
    describe(plan.putObject("queryInfo"));
    ObjectNode range = plan.putArray("queryRanges").addObject();
    Optional<PartitionKeyValue> only =
        query.where().flatMap(where -> partitionKey(where.expression()));
    range.put("min", only.map(PartitionKeyValue::effective).orElse(""));
    range.put("max", only.map(PartitionKeyValue::effective).orElse("FF"));
    range.put("isMinInclusive", true);
    range.put("isMaxInclusive", only.isPresent());
    return plan;
  }

  private void describe(ObjectNode queryInfo) {
    queryInfo.put("distinctType", "None");
    queryInfo.put("top", query.top().orElse(null));
    queryInfo.put("offset", query.offset().orElse(null));
    queryInfo.put("limit", query.limit().orElse(null));
    ArrayNode orderBy = queryInfo.putArray("orderBy");
    ArrayNode orderByExpressions = queryInfo.putArray("orderByExpressions");
    query
        .order()
        .forEach(
            item -> {
              orderBy.add(item.descending() ? "Descending" : "Ascending");
              orderByExpressions.add(item.text());
            });
    queryInfo.putArray("groupByExpressions");
    queryInfo.putArray("groupByAliases");
    ArrayNode aggregates = queryInfo.putArray("aggregates");
    if (query.counts()) {
      aggregates.add("Count");
    }
    queryInfo.putObject("groupByAliasToAggregateType");
    queryInfo.put("rewrittenQuery", rewritten());
    queryInfo.put("hasSelectValue", query.projection().kind() == SqlQuery.Projection.Kind.VALUE);
    queryInfo.put("hasNonStreamingOrderBy", false);
  }

  private String rewritten() {
    if (query.counts()) {
      return "SELECT VALUE [{\"item\": COUNT(1)}]\n" + query.from() + where();
    }
    String page =
        query
            .limit()
            .map(limit -> "\nOFFSET 0 LIMIT " + (query.offset().orElse(0) + limit))
            .orElse("");
    if (query.order().isEmpty()) {
      return page.isEmpty()
          ? ""
          : "SELECT " + query.projection().text() + "\n" + query.from() + where() + page;
    }
    String items =
        query.order().stream()
            .map(item -> "{\"item\": " + item.text() + "}")
            .collect(Collectors.joining(", "));
    String order =
        query.order().stream()
            .map(item -> item.text() + (item.descending() ? " DESC" : " ASC"))
            .collect(Collectors.joining(", "));
    return "SELECT "
        + query.top().map(top -> "TOP " + top + " ").orElse("")
        + query.alias()
        + "._rid, ["
        + items
        + "] AS orderByItems, "
        + query.projection().payload()
        + " AS payload\n"
        + query.from()
        + "\nWHERE "
        + query.where().map(clause -> "(" + clause.text() + ") AND ").orElse("")
        + "("
        + RESUME_FILTER
        + ")\nORDER BY "
        + order
        + page;
  }

  private String where() {
    return query.where().map(clause -> "\nWHERE " + clause.text()).orElse("");
  }

  /** The one partition key that the condition allows, if it says so. */
  private Optional<PartitionKeyValue> partitionKey(SqlExpression condition) {
    return switch (condition) {
      case SqlExpression.And(SqlExpression left, SqlExpression right) ->
          partitionKey(left).or(() -> partitionKey(right));
      case SqlExpression.Comparison(String operator, SqlExpression left, SqlExpression right) ->
          operator.equals("=")
              ? partitionKey(left, right).or(() -> partitionKey(right, left))
              : Optional.empty();
      default -> Optional.empty();
    };
  }

  private Optional<PartitionKeyValue> partitionKey(SqlExpression path, SqlExpression value) {
    return path instanceof SqlExpression.Path named
            && named.steps().equals(partitionKey.path())
            && value instanceof SqlExpression.Literal(@Nullable JsonNode literal)
            && !literal.isContainer()
        ? Optional.of(partitionKey.of(literal))
        : Optional.empty();
  }
}
