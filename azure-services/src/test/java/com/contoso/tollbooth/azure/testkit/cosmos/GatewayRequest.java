package com.contoso.tollbooth.azure.testkit.cosmos;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** One request to the gateway, read whole. */
record GatewayRequest(String method, List<String> path, Headers headers, String body) {
  static final JsonMapper JSON = new JsonMapper();

  static GatewayRequest read(HttpExchange exchange) throws IOException {
    List<String> path =
        Arrays.stream(exchange.getRequestURI().getRawPath().split("/"))
            .filter(segment -> !segment.isEmpty())
            .map(segment -> segment.replace("+", "%2B"))
            .map(segment -> URLDecoder.decode(segment, StandardCharsets.UTF_8))
            .toList();
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    return new GatewayRequest(
        exchange.getRequestMethod(), path, exchange.getRequestHeaders(), body);
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(headers.getFirst(name)).filter(value -> !value.isEmpty());
  }

  boolean says(String header) {
    return header(header).filter("true"::equalsIgnoreCase).isPresent();
  }

  /** {@code docs}, {@code colls}, {@code dbs}, {@code pkranges}, or nothing for the account. */
  String resourceType() {
    if (path.isEmpty()) {
      return "";
    }
    return path.get(isFeed() ? path.size() - 1 : path.size() - 2);
  }

  /** The resource's own link, or the owner's if the request speaks of a feed. */
  String resourceLink() {
    return path.stream()
        .limit(isFeed() ? path.size() - 1 : path.size())
        .collect(Collectors.joining("/"));
  }

  /** Whether the path ends in a type instead of a name. */
  boolean isFeed() {
    return path.size() % 2 == 1;
  }

  CosmosOperation operation() {
    if (!resourceType().equals("docs")) {
      return CosmosOperation.METADATA;
    }
    return switch (method) {
      case "POST" -> {
        if (says("x-ms-cosmos-is-query-plan-request")) {
          yield CosmosOperation.QUERY_PLAN;
        } else if (says("x-ms-documentdb-isquery")) {
          yield CosmosOperation.QUERY;
        } else if (says("x-ms-cosmos-is-batch-request")) {
          yield CosmosOperation.BATCH;
        }
        yield says("x-ms-documentdb-is-upsert") ? CosmosOperation.UPSERT : CosmosOperation.CREATE;
      }
      case "PUT" -> CosmosOperation.REPLACE;
      case "PATCH" -> CosmosOperation.PATCH;
      case "DELETE" -> CosmosOperation.DELETE;
      default -> CosmosOperation.READ;
    };
  }

  ObjectNode object() {
    if (json() instanceof ObjectNode object) {
      return object;
    }
    throw CosmosFailure.badRequest("The request body is not a JSON object");
  }

  JsonNode json() {
    try {
      return JSON.readTree(body);
    } catch (JacksonException malformed) {
      throw CosmosFailure.badRequest("The request body is not JSON");
    }
  }
}
