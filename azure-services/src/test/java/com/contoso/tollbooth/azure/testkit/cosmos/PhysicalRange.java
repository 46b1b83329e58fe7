package com.contoso.tollbooth.azure.testkit.cosmos;

/** A physical partition: its id and its share of the effective partition keys. */
record PhysicalRange(String id, String min, String max) {
  boolean holds(PartitionKeyValue key) {
    return min.compareTo(key.effective()) <= 0 && key.effective().compareTo(max) < 0;
  }
}
