package com.contoso.tollbooth.azure.testkit.cosmos;

import java.nio.charset.StandardCharsets;
import tools.jackson.databind.node.ObjectNode;

/** A document as it is kept: never changed, only replaced. */
record StoredDocument(PartitionKeyValue partitionKey, long number, ObjectNode json, int bytes) {

  StoredDocument(PartitionKeyValue partitionKey, long number, ObjectNode json) {
    this(partitionKey, number, json, json.toString().getBytes(StandardCharsets.UTF_8).length);
  }

  String id() {
    return json.get("id").stringValue();
  }

  String etag() {
    return json.get("_etag").stringValue();
  }
}
