package com.contoso.tollbooth.azure.testkit.cosmos;

/** A partition key's value and its place in the hash space, the effective partition key. */
record PartitionKeyValue(String json, String effective) {}
