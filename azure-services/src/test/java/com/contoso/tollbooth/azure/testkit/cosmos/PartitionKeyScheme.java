package com.contoso.tollbooth.azure.testkit.cosmos;

import com.azure.cosmos.implementation.routing.PartitionKeyInternal;
import com.azure.cosmos.implementation.routing.PartitionKeyInternalHelper;
import com.azure.cosmos.models.PartitionKeyDefinition;
import com.azure.cosmos.models.PartitionKeyDefinitionVersion;
import com.azure.cosmos.models.PartitionKind;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/**
 * A container's partition key: where its documents hold it, how it is hashed and which physical
 * partition keeps which hashes. The hash is MurmurHash3 with 128 bits in version 2 of a definition
 * and with 32 bits in version 1, which is what a definition without a version means; the SDK's own
 * computation is used, so that its routes agree.
 */
final class PartitionKeyScheme {
  /** Half of the hash space: a hash of version 2 has its two highest bits clear. */
  private static final String MIDDLE_V2 = "1FFFFFFFFFFFFFFFFFFFFFFFFFFFFFFF";

  /** Half of the hash space of version 1: the largest signed integer, encoded as a number. */
  private static final String MIDDLE_V1 = "05C1DFFFFFFFFC";

  private final List<String> path;
  private final PartitionKeyDefinition definition;
  private final List<PhysicalRange> ranges;

  PartitionKeyScheme(JsonNode definition) {
    JsonNode paths = definition.path("paths");
    int version = version(definition);
    if (paths.size() != 1
        || !definition.path("kind").asString("Hash").equals("Hash")
        || (version != 1 && version != 2)) {
      throw CosmosFailure.badRequest(
          "Only partition keys of one path and kind Hash are emulated, not " + definition);
    }
    this.path = Stream.of(paths.get(0).asString().split("/")).skip(1).toList();
    this.definition =
        new PartitionKeyDefinition()
            .setPaths(List.of(paths.get(0).asString()))
            .setKind(PartitionKind.HASH)
            .setVersion(
                version == 2 ? PartitionKeyDefinitionVersion.V2 : PartitionKeyDefinitionVersion.V1);
    String middle = version == 2 ? MIDDLE_V2 : MIDDLE_V1;
    this.ranges = List.of(new PhysicalRange("0", "", middle), new PhysicalRange("1", middle, "FF"));
  }

  /** The number, or its name, {@code V2}, as the Java SDK writes it. */
  private static int version(JsonNode definition) {
    return switch (definition.path("version").asString("1").toUpperCase(Locale.ROOT)) {
      case "1", "V1" -> 1;
      case "2", "V2" -> 2;
      default -> 0;
    };
  }

  List<String> path() {
    return path;
  }

  List<PhysicalRange> ranges() {
    return ranges;
  }

  PhysicalRange range(PartitionKeyValue key) {
    return ranges.stream().filter(range -> range.holds(key)).findFirst().orElseThrow();
  }

  /** The range of that id; a client that asks for another has stale routes. */
  PhysicalRange range(String id) {
    return ranges.stream()
        .filter(range -> range.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new CosmosFailure(
                    410, CosmosFailure.PARTITION_KEY_RANGE_GONE, "No partition key range " + id));
  }

  /** Reads {@code x-ms-documentdb-partitionkey}: an array of one value, {@code [{}]} for none. */
  PartitionKeyValue ofHeader(String header) {
    try {
      PartitionKeyInternal key = PartitionKeyInternal.fromJsonString(header);
      if (key.getComponents() == null || key.getComponents().size() != 1) {
        throw CosmosFailure.badRequest("Partition key " + header + " is not one value");
      }
      return new PartitionKeyValue(
          key.toJson(), PartitionKeyInternalHelper.getEffectivePartitionKeyString(key, definition));
    } catch (IllegalArgumentException | IllegalStateException malformed) {
      throw CosmosFailure.badRequest("Partition key " + header + " is invalid");
    }
  }

  /** A value, or none at all. */
  PartitionKeyValue of(@Nullable JsonNode value) {
    if (value != null && value.isContainer()) {
      throw CosmosFailure.badRequest("A partition key is a string, a number, a boolean or null");
    }
    return ofHeader("[" + (value == null ? "{}" : value) + "]");
  }

  /** The value that a document holds. */
  PartitionKeyValue in(JsonNode document) {
    JsonNode value = document;
    for (String property : path) {
      value = value == null ? null : value.get(property);
    }
    return of(value);
  }
}
