package com.contoso.tollbooth.azure.testkit.cosmos;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Runs a query over the documents of one range or partition key, a page at a time. A continuation
 * token says after which document the next page begins, so that writes between two pages neither
 * repeat nor hide an older document.
 */
final class QueryExecution {
  private static final int LARGEST_PAGE = 4 * 1024 * 1024;

  /** A page of values, the token of the next one and the cost. */
  record Page(ArrayNode values, Optional<String> continuation, double charge) {}

  /** A selected document with what it is ordered by. */
  private record Candidate(
      @Nullable StoredDocument document, List<@Nullable JsonNode> order, long number) {}

  private final SqlQuery query;
  private final Comparator<Candidate> inOrder;

  QueryExecution(SqlQuery query) {
    this.query = query;
    this.inOrder = this::compare;
  }

  Page run(List<StoredDocument> documents, int mostItems, Optional<String> continuation) {
    List<StoredDocument> selected =
        documents.stream().filter(document -> query.selects(document.json())).toList();
    ArrayNode values = GatewayRequest.JSON.createArrayNode();
    if (query.counts()) {
      values.add(query.projectCount(selected.size()));
      return new Page(values, Optional.empty(), RequestCharge.count(selected.size()));
    }
    Optional<Position> position = continuation.map(this::position);
    List<Candidate> candidates =
        selected.stream()
            .map(this::candidate)
            .filter(candidate -> position.map(from -> isAfter(candidate, from)).orElse(true))
            .sorted(inOrder)
            .skip(position.isPresent() ? 0 : query.offset().orElse(0))
            .toList();
    int sent = position.map(Position::sent).orElse(0);
    int wanted = query.top().or(query::limit).orElse(Integer.MAX_VALUE) - sent;
    List<StoredDocument> loaded = new ArrayList<>();
    int bytes = 0;
    for (Candidate candidate : candidates) {
      if (loaded.size() == Math.min(wanted, mostItems) || bytes > LARGEST_PAGE) {
        break;
      }
      loaded.add(candidate.document());
      bytes += candidate.document().bytes();
      JsonNode value = query.project(candidate.document().json());
      if (value != null) {
        values.add(value);
      }
    }
    boolean more = loaded.size() < Math.min(candidates.size(), wanted);
    Optional<String> next =
        more && !loaded.isEmpty()
            ? Optional.of(
                new Position(candidates.get(loaded.size() - 1), sent + loaded.size()).write())
            : Optional.empty();
    return new Page(values, next, RequestCharge.query(loaded));
  }

  private Position position(String continuation) {
    Position position = Position.read(continuation);
    if (position.last().order().size() != query.order().size()) {
      throw CosmosFailure.badRequest("The continuation token is another query's");
    }
    return position;
  }

  private Candidate candidate(StoredDocument document) {
    SqlExpression.Row row = new SqlExpression.Row(document.json(), 0);
    List<@Nullable JsonNode> order = new ArrayList<>();
    query.order().forEach(item -> order.add(item.path().evaluate(row)));
    return new Candidate(document, order, document.number());
  }

  private boolean isAfter(Candidate candidate, Position position) {
    return inOrder.compare(candidate, position.last()) > 0;
  }

  /** Equal items follow in the order in which they came, reversed if the first order descends. */
  private int compare(Candidate left, Candidate right) {
    for (int i = 0; i < query.order().size(); i++) {
      int order = SqlType.compare(left.order().get(i), right.order().get(i));
      if (order != 0) {
        return query.order().get(i).descending() ? -order : order;
      }
    }
    int byAge = Long.compare(left.number(), right.number());
    return !query.order().isEmpty() && query.order().getFirst().descending() ? -byAge : byAge;
  }

  /** The last candidate that was sent and how many were sent up to it. */
  private record Position(Candidate last, int sent) {
    String write() {
      ObjectNode token = GatewayRequest.JSON.createObjectNode();
      token.put("sent", sent).put("number", last.number());
      ArrayNode order = token.putArray("order");
      for (JsonNode value : last.order()) {
        ObjectNode item = order.addObject();
        if (value != null) {
          item.set("item", value);
        }
      }
      return Base64.getEncoder().encodeToString(token.toString().getBytes(StandardCharsets.UTF_8));
    }

    static Position read(String continuation) {
      try {
        JsonNode token = GatewayRequest.JSON.readTree(Base64.getDecoder().decode(continuation));
        List<@Nullable JsonNode> order = new ArrayList<>();
        token.path("order").forEach(item -> order.add(item.get("item")));
        Candidate last = new Candidate(null, order, token.path("number").asLong());
        return new Position(last, token.path("sent").asInt());
      } catch (IllegalArgumentException | JacksonException malformed) {
        throw CosmosFailure.badRequest("Invalid continuation token");
      }
    }
  }
}
