package com.contoso.tollbooth.azure.testkit.cosmos;

/** What a request asks for; requests are counted, charged and disturbed by it. */
public enum CosmosOperation {
  METADATA,
  CREATE,
  READ,
  UPSERT,
  REPLACE,
  PATCH,
  DELETE,
  BATCH,
  QUERY_PLAN,
  QUERY;

  boolean writes() {
    return switch (this) {
      case CREATE, UPSERT, REPLACE, PATCH, DELETE, BATCH -> true;
      case METADATA, READ, QUERY_PLAN, QUERY -> false;
    };
  }
}
