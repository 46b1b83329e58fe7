package com.contoso.tollbooth.azure.testkit.cosmos;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** A container's documents, by partition key and id, in two physical partitions. */
final class PartitionedContainer {
  private static final int LARGEST_DOCUMENT = 2 * 1024 * 1024;
  private static final Pattern ID = Pattern.compile("[^/\\\\?#]{1,1023}");

  /** What became of a document: the status to answer with, the document and the cost. */
  record Outcome(int status, StoredDocument document, double charge) {}

  private final String rid;
  private final String link;
  private final ObjectNode definition;
  private final PartitionKeyScheme partitionKey;
  private final IndexingPolicy indexingPolicy;
  private final Clock clock;

  private final Map<PartitionKeyValue, Map<String, StoredDocument>> partitions = new HashMap<>();
  private final Map<PhysicalRange, Long> sequence = new HashMap<>();
  private long lastDocument;

  PartitionedContainer(String rid, String link, ObjectNode definition, Clock clock) {
    this.rid = rid;
    this.link = link;
    this.definition = definition;
    this.clock = clock;
    this.partitionKey = new PartitionKeyScheme(definition.path("partitionKey"));
    if (!definition.path("indexingPolicy").isObject()) {
      definition.set("indexingPolicy", IndexingPolicy.byDefault());
    }
    this.indexingPolicy = IndexingPolicy.of(definition.get("indexingPolicy"));
  }

  String rid() {
    return rid;
  }

  /** {@code dbs/…/colls/…}, by names. */
  String link() {
    return link;
  }

  ObjectNode definition() {
    return definition;
  }

  PartitionKeyScheme partitionKey() {
    return partitionKey;
  }

  IndexingPolicy indexingPolicy() {
    return indexingPolicy;
  }

  synchronized long sequence(PhysicalRange range) {
    return sequence.getOrDefault(range, 1L);
  }

  synchronized Outcome create(PartitionKeyValue key, ObjectNode body) {
    String id = id(body);
    if (find(key, id).isPresent()) {
      throw CosmosFailure.conflict(id);
    }
    return inserted(key, body);
  }

  synchronized Outcome upsert(PartitionKeyValue key, ObjectNode body, Optional<String> ifMatch) {
    Optional<StoredDocument> present = find(key, id(body));
    if (present.isEmpty()) {
      return inserted(key, body);
    }
    requireMatch(present.get(), ifMatch);
    return replaced(present.get(), body);
  }

  synchronized Outcome replace(
      PartitionKeyValue key, String id, ObjectNode body, Optional<String> ifMatch) {
    StoredDocument present = get(key, id);
    requireMatch(present, ifMatch);
    if (!id(body).equals(id)) {
      throw CosmosFailure.badRequest("A replacement keeps its document's id");
    }
    return replaced(present, body);
  }

  synchronized Outcome patch(
      PartitionKeyValue key, String id, DocumentPatch patch, Optional<String> ifMatch) {
    StoredDocument present = get(key, id);
    requireMatch(present, ifMatch);
    return replaced(present, patch.apply(present.json()));
  }

  synchronized Outcome delete(PartitionKeyValue key, String id, Optional<String> ifMatch) {
    StoredDocument present = get(key, id);
    requireMatch(present, ifMatch);
    partitions.get(key).remove(id);
    advance(key);
    return new Outcome(204, present, RequestCharge.delete(present, indexingPolicy));
  }

  synchronized Outcome read(PartitionKeyValue key, String id, Optional<String> ifNoneMatch) {
    StoredDocument present = get(key, id);
    boolean unchanged = ifNoneMatch.filter(etag -> matches(present, etag)).isPresent();
    return new Outcome(unchanged ? 304 : 200, present, unchanged ? 1 : RequestCharge.read(present));
  }

  /** Runs writes to one logical partition: all of them last, or none if they throw. */
  synchronized <T> T atomically(PartitionKeyValue key, Supplier<T> writes) {
    Map<String, StoredDocument> before = partitions.get(key);
    Map<String, StoredDocument> copy = before == null ? null : new HashMap<>(before);
    try {
      return writes.get();
    } catch (RuntimeException failed) {
      if (copy == null) {
        partitions.remove(key);
      } else {
        partitions.put(key, copy);
      }
      throw failed;
    }
  }

  /** The documents of the partitions that the scope holds, in the order in which they came. */
  synchronized List<StoredDocument> documents(Predicate<PartitionKeyValue> scope) {
    List<StoredDocument> documents = new ArrayList<>();
    partitions.forEach(
        (key, partition) -> {
          if (scope.test(key)) {
            documents.addAll(partition.values());
          }
        });
    documents.sort(Comparator.comparingLong(StoredDocument::number));
    return documents;
  }

  private Optional<StoredDocument> find(PartitionKeyValue key, String id) {
    return Optional.ofNullable(partitions.getOrDefault(key, Map.of()).get(id));
  }

  private StoredDocument get(PartitionKeyValue key, String id) {
    return find(key, id).orElseThrow(() -> CosmosFailure.notFound(link + "/docs/" + id));
  }

  private static void requireMatch(StoredDocument document, Optional<String> ifMatch) {
    if (ifMatch.filter(etag -> !matches(document, etag)).isPresent()) {
      throw CosmosFailure.preconditionFailed();
    }
  }

  private static boolean matches(StoredDocument document, String etag) {
    return etag.equals("*") || etag.equals(document.etag());
  }

  private Outcome inserted(PartitionKeyValue key, ObjectNode body) {
    StoredDocument document = put(key, ++lastDocument, body);
    return new Outcome(201, document, RequestCharge.insert(document, indexingPolicy));
  }

  private Outcome replaced(StoredDocument present, ObjectNode body) {
    StoredDocument document = put(present.partitionKey(), present.number(), body);
    return new Outcome(200, document, RequestCharge.replace(document, indexingPolicy));
  }

  private StoredDocument put(PartitionKeyValue key, long number, ObjectNode body) {
    if (body.toString().getBytes(StandardCharsets.UTF_8).length > LARGEST_DOCUMENT) {
      throw new CosmosFailure(413, 0, "Request size is too large");
    }
    if (!partitionKey.in(body).equals(key)) {
      throw new CosmosFailure(
          400,
          CosmosFailure.PARTITION_KEY_MISMATCH,
          "PartitionKey extracted from document doesn't match the one specified in the header");
    }
    String document = ResourceIds.document(rid, number);
    ObjectNode json = body.deepCopy();
    json.put("_rid", document);
    json.put("_self", definition.path("_self").asString() + "docs/" + document + "/");
    json.put("_etag", "\"" + UUID.randomUUID() + "\"");
    json.put("_attachments", "attachments/");
    json.put("_ts", clock.instant().getEpochSecond());
    StoredDocument stored = new StoredDocument(key, number, json);
    partitions.computeIfAbsent(key, absent -> new HashMap<>()).put(stored.id(), stored);
    advance(key);
    return stored;
  }

  private void advance(PartitionKeyValue key) {
    PhysicalRange range = partitionKey.range(key);
    sequence.put(range, sequence(range) + 1);
  }

  private static String id(ObjectNode body) {
    @Nullable JsonNode id = body.get("id");
    if (id == null || !id.isString() || !ID.matcher(id.stringValue()).matches()) {
      throw CosmosFailure.badRequest(
          "The input content is invalid: its id is missing or malformed");
    }
    return id.stringValue();
  }
}
