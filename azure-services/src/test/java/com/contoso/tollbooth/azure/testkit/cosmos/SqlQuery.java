package com.contoso.tollbooth.azure.testkit.cosmos;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A query as it was read; it keeps the text of its clauses, from which its plan is written. */
record SqlQuery(
    String alias,
    String from,
    Optional<Integer> top,
    Projection projection,
    boolean counts,
    Optional<Clause> where,
    List<OrderItem> order,
    Optional<Integer> offset,
    Optional<Integer> limit) {

  /** What is selected; {@code payload} is the same as one expression. */
  record Projection(Kind kind, SqlExpression expression, String text, String payload) {
    enum Kind {
      ALL,
      VALUE,
      FIELDS
    }
  }

  record Clause(SqlExpression expression, String text) {}

  record OrderItem(SqlExpression.Path path, boolean descending, String text) {}

  static SqlQuery parse(String text, JsonParameters parameters) {
    return new SqlParser(text, parameters).query();
  }

  boolean selects(JsonNode document) {
    SqlExpression.Row row = new SqlExpression.Row(document, 0);
    return where.map(clause -> clause.expression().isTrue(row)).orElse(true);
  }

  @Nullable JsonNode project(JsonNode document) {
    return projection.expression().evaluate(new SqlExpression.Row(document, 0));
  }

  @Nullable JsonNode projectCount(int items) {
    return projection.expression().evaluate(new SqlExpression.Row(null, items));
  }

  List<IndexingPolicy.Order> indexOrder() {
    return order.stream()
        .map(item -> new IndexingPolicy.Order(item.path().indexPath(), item.descending()))
        .toList();
  }
}
