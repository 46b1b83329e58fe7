package com.contoso.tollbooth.azure.testkit.cosmos;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import tools.jackson.databind.node.ObjectNode;

/** The account's databases and containers; each is found by its name and by its resource id. */
final class CosmosAccount {
  private final Clock clock;
  private final Map<String, ObjectNode> databases = new LinkedHashMap<>();
  private final Map<String, PartitionedContainer> containers = new LinkedHashMap<>();

  CosmosAccount(Clock clock) {
    this.clock = clock;
  }

  synchronized ObjectNode createDatabase(ObjectNode body) {
    String name = body.path("id").asString();
    if (databases.containsKey(name)) {
      throw CosmosFailure.conflict(name);
    }
    String rid = ResourceIds.database(databases.size() + 1);
    ObjectNode database = GatewayRequest.JSON.createObjectNode().put("id", name);
    identify(database, rid, "dbs/" + rid + "/");
    database.put("_colls", "colls/").put("_users", "users/");
    databases.put(name, database);
    return database;
  }

  synchronized ObjectNode database(String name) {
    return databases.values().stream()
        .filter(database -> named(database, name))
        .findFirst()
        .orElseThrow(() -> CosmosFailure.notFound("dbs/" + name));
  }

  synchronized PartitionedContainer createContainer(String databaseName, ObjectNode body) {
    ObjectNode database = database(databaseName);
    String link =
        "dbs/" + database.get("id").stringValue() + "/colls/" + body.path("id").asString();
    if (containers.containsKey(link)) {
      throw CosmosFailure.conflict(link);
    }
    int databaseNumber = 1 + databases.values().stream().toList().indexOf(database);
    String rid = ResourceIds.container(databaseNumber, containers.size() + 1);
    ObjectNode definition = body.deepCopy();
    identify(definition, rid, database.get("_self").stringValue() + "colls/" + rid + "/");
    definition.put("_docs", "docs/").put("_sprocs", "sprocs/").put("_triggers", "triggers/");
    definition.put("_udfs", "udfs/").put("_conflicts", "conflicts/");
    PartitionedContainer container = new PartitionedContainer(rid, link, definition, clock);
    containers.put(link, container);
    return container;
  }

  synchronized PartitionedContainer container(String databaseName, String name) {
    String owner = "dbs/" + database(databaseName).get("id").stringValue() + "/colls/";
    return containers.values().stream()
        .filter(container -> container.link().startsWith(owner))
        .filter(container -> named(container.definition(), name))
        .findFirst()
        .orElseThrow(() -> CosmosFailure.notFound(owner + name));
  }

  private static boolean named(ObjectNode resource, String name) {
    return resource.get("id").stringValue().equals(name)
        || resource.get("_rid").stringValue().equals(name);
  }

  private void identify(ObjectNode resource, String rid, String self) {
    resource.put("_rid", rid);
    resource.put("_self", self);
    resource.put("_etag", "\"" + UUID.randomUUID() + "\"");
    resource.put("_ts", clock.instant().getEpochSecond());
  }
}
