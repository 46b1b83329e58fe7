package com.contoso.tollbooth.azure.testkit.cosmos;

import com.contoso.tollbooth.azure.testkit.cosmos.PartitionedContainer.Outcome;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Carries out requests of the REST protocol.
 *
 * @see <a href="https://learn.microsoft.com/rest/api/cosmos-db/">Azure Cosmos DB REST API</a>
 */
final class Gateway {
  private static final int USUAL_PAGE = 100;
  private static final int LARGEST_PAGE = 1000;

  private final CosmosAccount account;
  private final String endpoint;

  Gateway(CosmosAccount account, String endpoint) {
    this.account = account;
    this.endpoint = endpoint;
  }

  GatewayResponse answer(GatewayRequest request) {
    List<String> path = request.path();
    String shape =
        request.method() + " " + request.resourceType() + (request.isFeed() ? " feed" : "");
    return switch (shape) {
      case "GET  feed", "GET " -> metadata(200, describeAccount());
      case "POST dbs feed" -> metadata(201, account.createDatabase(request.object()));
      case "GET dbs" -> metadata(200, account.database(path.get(1)));
      case "POST colls feed" ->
          container(201, account.createContainer(path.get(1), request.object()));
      case "GET colls" -> container(200, containerOf(request));
      case "GET pkranges feed" -> ranges(request, containerOf(request));
      case "POST docs feed" ->
          switch (request.operation()) {
            case QUERY_PLAN -> plan(request, containerOf(request));
            case QUERY -> query(request, containerOf(request));
            case BATCH -> batch(request, containerOf(request));
            case UPSERT ->
                document(
                    request,
                    containerOf(request),
                    (container, key) -> container.upsert(key, request.object(), ifMatch(request)));
            default ->
                document(
                    request,
                    containerOf(request),
                    (container, key) -> container.create(key, request.object()));
          };
      case "GET docs" ->
          document(
              request,
              containerOf(request),
              (container, key) ->
                  container.read(key, path.get(5), request.header("If-None-Match")));
      case "PUT docs" ->
          document(
              request,
              containerOf(request),
              (container, key) ->
                  container.replace(key, path.get(5), request.object(), ifMatch(request)));
      case "PATCH docs" ->
          document(
              request,
              containerOf(request),
              (container, key) ->
                  container.patch(
                      key,
                      path.get(5),
                      new DocumentPatch(request.object(), container.partitionKey().path()),
                      ifMatch(request)));
      case "DELETE docs" ->
          document(
              request,
              containerOf(request),
              (container, key) -> container.delete(key, path.get(5), ifMatch(request)));
      default ->
          throw CosmosFailure.badRequest(
              "Not emulated: " + request.method() + " /" + String.join("/", path));
    };
  }

  private PartitionedContainer containerOf(GatewayRequest request) {
    List<String> path = request.path();
    boolean inContainer =
        path.size() >= 4 && path.get(0).equals("dbs") && path.get(2).equals("colls");
    if (!inContainer) {
      throw CosmosFailure.badRequest("No container in /" + String.join("/", path));
    }
    return account.container(path.get(1), path.get(3));
  }

  private ObjectNode describeAccount() {
    ObjectNode body = GatewayRequest.JSON.createObjectNode();
    body.put("_self", "").put("id", "emulator").put("_rid", "emulator.documents.azure.com");
    body.put("media", "//media/").put("addresses", "//addresses/").put("_dbs", "//dbs/");
    for (String locations : List.of("writableLocations", "readableLocations")) {
      body.putArray(locations)
          .addObject()
          .put("name", "Loopback")
          .put("databaseAccountEndpoint", endpoint);
    }
    body.put("enableMultipleWriteLocations", false);
    body.putObject("userReplicationPolicy")
        .put("asyncReplication", false)
        .put("minReplicaSetSize", 3)
        .put("maxReplicasetSize", 4);
    body.putObject("userConsistencyPolicy").put("defaultConsistencyLevel", "Session");
    body.putObject("systemReplicationPolicy")
        .put("minReplicaSetSize", 3)
        .put("maxReplicasetSize", 4);
    body.putObject("readPolicy")
        .put("primaryReadCoefficient", 1)
        .put("secondaryReadCoefficient", 1);
    body.put("queryEngineConfiguration", "{}");
    return body;
  }

  private static GatewayResponse metadata(int status, ObjectNode body) {
    GatewayResponse response = new GatewayResponse(status, body, RequestCharge.METADATA);
    return body.has("_etag") ? response.with("etag", body.get("_etag").stringValue()) : response;
  }

  private static GatewayResponse container(int status, PartitionedContainer container) {
    String link = container.link();
    return metadata(status, container.definition())
        .with("x-ms-alt-content-path", link.substring(0, link.indexOf("/colls/")))
        .with("x-ms-content-path", container.rid());
  }

  private static GatewayResponse ranges(GatewayRequest request, PartitionedContainer container) {
    String etag = "\"" + container.partitionKey().ranges().size() + "\"";
    if (request.header("If-None-Match").filter(etag::equals).isPresent()) {
      return new GatewayResponse(304, null, RequestCharge.METADATA).with("etag", etag);
    }
    ObjectNode body = GatewayRequest.JSON.createObjectNode().put("_rid", container.rid());
    ArrayNode ranges = body.putArray("PartitionKeyRanges");
    for (PhysicalRange physical : container.partitionKey().ranges()) {
      String rid = ResourceIds.range(container.rid(), ranges.size() + 1);
      ObjectNode range = ranges.addObject();
      range.put("_rid", rid).put("id", physical.id()).put("_etag", etag);
      range.put("minInclusive", physical.min()).put("maxExclusive", physical.max());
      range.put("ridPrefix", ranges.size() - 1).put("status", "online");
      range.put(
          "_self", container.definition().get("_self").stringValue() + "pkranges/" + rid + "/");
      range.put("throughputFraction", 1.0 / container.partitionKey().ranges().size());
      range.putArray("parents");
      range.put("_ts", container.definition().get("_ts").asLong());
    }
    body.put("_count", ranges.size());
    return new GatewayResponse(200, body, RequestCharge.METADATA).with("etag", etag);
  }

  /** An operation on one logical partition. */
  private interface DocumentOperation {
    Outcome on(PartitionedContainer container, PartitionKeyValue key);
  }

  private static GatewayResponse document(
      GatewayRequest request, PartitionedContainer container, DocumentOperation operation) {
    PartitionKeyValue key = partitionKey(request, container);
    Outcome outcome = operation.on(container, key);
    GatewayResponse response =
        new GatewayResponse(outcome.status(), outcome.document().json(), outcome.charge());
    boolean minimal =
        request.operation().writes()
            && request.header("Prefer").filter("return=minimal"::equals).isPresent();
    if (minimal || outcome.status() == 204 || outcome.status() == 304) {
      response = response.withoutBody();
    }
    if (outcome.status() != 204) {
      response = response.with("etag", outcome.document().etag());
    }
    return inRange(response, container, container.partitionKey().range(key));
  }

  private static GatewayResponse batch(GatewayRequest request, PartitionedContainer container) {
    PartitionKeyValue key = partitionKey(request, container);
    if (!request.says("x-ms-cosmos-batch-atomic")) {
      throw CosmosFailure.badRequest("Not emulated: a batch that is not atomic");
    }
    GatewayResponse response = new TransactionalBatch(container, key).execute(request.json());
    return inRange(response, container, container.partitionKey().range(key));
  }

  private static GatewayResponse plan(GatewayRequest request, PartitionedContainer container) {
    SqlQuery query = readQuery(request, container);
    ObjectNode plan = new QueryPlan(query, container.partitionKey()).json();
    return new GatewayResponse(200, plan, 0);
  }

  private static GatewayResponse query(GatewayRequest request, PartitionedContainer container) {
    SqlQuery query = readQuery(request, container);
    Optional<PartitionKeyValue> key =
        request.header("x-ms-documentdb-partitionkey").map(container.partitionKey()::ofHeader);
    PhysicalRange range =
        key.map(value -> container.partitionKey().range(value))
            .or(
                () ->
                    request
                        .header("x-ms-documentdb-partitionkeyrangeid")
                        .map(header -> range(header, container)))
            .orElseThrow(
                () ->
                    CosmosFailure.badRequest(
                        "Cross partition query is required but disabled: a query names a partition"
                            + " key or a partition key range"));
    Predicate<PartitionKeyValue> scope =
        key.<Predicate<PartitionKeyValue>>map(only -> only::equals)
            .orElse(value -> range.holds(value))
            .and(value -> inFeedRange(request, value));
    QueryExecution.Page page =
        new QueryExecution(query)
            .run(
                container.documents(scope), pageSize(request), request.header("x-ms-continuation"));
    ObjectNode body = GatewayRequest.JSON.createObjectNode().put("_rid", container.rid());
    body.set("Documents", page.values());
    body.put("_count", page.values().size());
    GatewayResponse response =
        inRange(new GatewayResponse(200, body, page.charge()), container, range)
            .with("x-ms-item-count", Integer.toString(page.values().size()));
    return page.continuation()
        .map(token -> response.with("x-ms-continuation", token))
        .orElse(response);
  }

  private static SqlQuery readQuery(GatewayRequest request, PartitionedContainer container) {
    ObjectNode spec = request.object();
    SqlQuery query =
        SqlQuery.parse(spec.path("query").asString(""), JsonParameters.of(spec.path("parameters")));
    container.indexingPolicy().requireServes(query.indexOrder());
    return query;
  }

  /** A header may name the container, too: {@code rid,id}. */
  private static PhysicalRange range(String header, PartitionedContainer container) {
    return container.partitionKey().range(header.substring(header.lastIndexOf(',') + 1));
  }

  private static boolean inFeedRange(GatewayRequest request, PartitionKeyValue key) {
    return request
            .header("x-ms-start-epk")
            .filter(min -> key.effective().compareTo(min) < 0)
            .isEmpty()
        && request
            .header("x-ms-end-epk")
            .filter(max -> key.effective().compareTo(max) >= 0)
            .isEmpty();
  }

  private static int pageSize(GatewayRequest request) {
    try {
      int asked = request.header("x-ms-max-item-count").map(Integer::parseInt).orElse(USUAL_PAGE);
      return asked > 0 ? Math.min(asked, LARGEST_PAGE) : LARGEST_PAGE;
    } catch (NumberFormatException malformed) {
      throw CosmosFailure.badRequest("x-ms-max-item-count is not a number");
    }
  }

  private static PartitionKeyValue partitionKey(
      GatewayRequest request, PartitionedContainer container) {
    return request
        .header("x-ms-documentdb-partitionkey")
        .map(container.partitionKey()::ofHeader)
        .orElseThrow(() -> CosmosFailure.badRequest("The request names no partition key"));
  }

  private static Optional<String> ifMatch(GatewayRequest request) {
    return request.header("If-Match");
  }

  private static GatewayResponse inRange(
      GatewayResponse response, PartitionedContainer container, PhysicalRange range) {
    long sequence = container.sequence(range);
    return response
        .with("x-ms-documentdb-partitionkeyrangeid", range.id())
        .with("x-ms-session-token", range.id() + ":-1#" + sequence)
        .with("lsn", Long.toString(sequence))
        .with("x-ms-alt-content-path", container.link())
        .with("x-ms-content-path", container.rid());
  }
}
