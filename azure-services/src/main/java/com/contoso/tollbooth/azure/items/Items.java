package com.contoso.tollbooth.azure.items;

import com.azure.cosmos.CosmosContainer;
import com.azure.cosmos.CosmosException;
import com.azure.cosmos.models.CosmosBatchOperationResult;
import com.azure.cosmos.models.CosmosBatchResponse;
import com.azure.cosmos.models.CosmosItemRequestOptions;
import com.azure.cosmos.models.CosmosItemResponse;
import com.azure.cosmos.models.CosmosQueryRequestOptions;
import com.azure.cosmos.models.PartitionKey;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One container. What passes is tried again; each call reports its request charge as the metric
 * {@code tollbooth.cosmos.request.charge}, in request units, by container and operation.
 */
public final class Items {
  /** What an answer is reckoned at before it came. */
  private static final double READ = 3;

  private static final double WRITE = 15;

  /** The element by which a call knows its own item. */
  private static final String CLAIMANT = "claimant";

  private static final Set<Integer> SURPASSED = Set.of(404, 409, 412);

  private final CosmosContainer container;
  private final Charges charges;
  private final ItemQueries queries;

  public Items(CosmosContainer container, MeterRegistry meters) {
    this(container, meters, RequestBudget.unlimited());
  }

  /** The same, with each call waiting until the budget has room for it. */
  public Items(CosmosContainer container, MeterRegistry meters, RequestBudget budget) {
    this.container = container;
    charges = new Charges(container.getId(), meters, budget);
    queries = new ItemQueries(container, charges);
  }

  public Optional<Item> read(String id, String partition) {
    try {
      return Optional.of(
          Item.of(
              charged(
                  "read",
                  READ,
                  () -> container.readItem(id, new PartitionKey(partition), Map.class))));
    } catch (CosmosException e) {
      if (e.getStatusCode() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * @return the item as it is kept, or empty if one of its id is there already
   */
  public Optional<Item> create(Item item, String partition) {
    try {
      return Optional.of(
          Item.of(
              charged(
                  "create",
                  WRITE,
                  () ->
                      container.createItem(
                          item.fields(), new PartitionKey(partition), returning()))));
    } catch (CosmosException e) {
      if (e.getStatusCode() == 409) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * Enters an item that only one of several writers may, equal items of two included.
   *
   * @return whether it is this call's item that is kept; told rightly also if the answer to its
   *     entry was lost, so that it finds its own item there
   */
  public boolean claim(Item item, String partition) {
    Item marked = item.with(CLAIMANT, UUID.randomUUID().toString());
    return create(marked, partition)
        .or(() -> read(item.id(), partition))
        .filter(kept -> Objects.equals(kept.get(CLAIMANT), marked.get(CLAIMANT)))
        .isPresent();
  }

  /**
   * @return the item as it is kept, or empty if it has changed since it was read
   */
  public Optional<Item> replace(Item item, String partition) {
    try {
      return Optional.of(
          Item.of(
              charged(
                  "replace",
                  WRITE,
                  () ->
                      container.replaceItem(
                          item.fields(),
                          item.id(),
                          new PartitionKey(partition),
                          returning().setIfMatchETag(item.etag())))));
    } catch (CosmosException e) {
      if (e.getStatusCode() == 412 || e.getStatusCode() == 404) {
        return Optional.empty();
      }
      throw e;
    }
  }

  /**
   * Changes an item once, whoever else is at it: if somebody was faster, it is read and decided
   * upon again. For containers partitioned by id.
   *
   * @param change gives the changed item, or empty to leave it
   * @return empty if there is no such item
   */
  public Optional<Change> change(String id, Function<Item, Optional<Item>> change) {
    return change(() -> read(id, id), change);
  }

  /** Changes an item as above; if there is none yet, it begins as this one. */
  public Change changeOrBegin(Item beginning, Function<Item, Optional<Item>> change) {
    return change(() -> Optional.of(readOrCreate(beginning)), change).orElseThrow();
  }

  private Item readOrCreate(Item beginning) {
    String id = beginning.id();
    return read(id, id).or(() -> create(beginning, id)).or(() -> read(id, id)).orElseThrow();
  }

  private Optional<Change> change(
      Supplier<Optional<Item>> look, Function<Item, Optional<Item>> change) {
    while (true) {
      Optional<Item> known = look.get();
      Optional<Item> changed = known.flatMap(change);
      if (changed.isEmpty()) {
        return known.map(item -> new Change(item, false));
      }
      Optional<Item> kept = replace(changed.get(), changed.get().id());
      if (kept.isPresent()) {
        return kept.map(item -> new Change(item, true));
      }
    }
  }

  /**
   * An item as it stands after a change.
   *
   * @param made whether it was changed, rather than left
   */
  public record Change(Item item, boolean made) {}

  /** Enters it or takes the place of the one with its id. */
  public void upsert(Item item, String partition) {
    charged(
        "upsert",
        WRITE,
        () ->
            container.upsertItem(
                item.fields(), new PartitionKey(partition), new CosmosItemRequestOptions()));
  }

  /**
   * Does all of a batch or nothing of it.
   *
   * @return the ETags of the items in their order, or empty if one of them is not as the batch has
   *     it, so that nothing was done
   */
  public Optional<List<String>> write(ItemBatch batch) {
    CosmosBatchResponse response =
        charges.patiently(
            "batch", batch.estimate(), () -> passed(batch), CosmosBatchResponse::getRequestCharge);
    if (response.isSuccessStatusCode()) {
      return Optional.of(
          response.getResults().stream().map(CosmosBatchOperationResult::getETag).toList());
    }
    for (CosmosBatchOperationResult each : response.getResults()) {
      if (SURPASSED.contains(each.getStatusCode())) {
        return Optional.empty();
      }
    }
    throw new IllegalStateException(
        "a batch for container " + container.getId() + " was refused: " + statuses(response));
  }

  /** A batch that is refused as a whole is no exception to the client. */
  private CosmosBatchResponse passed(ItemBatch batch) {
    CosmosBatchResponse response = container.executeCosmosBatch(batch.operations());
    if (Patience.passes(response.getStatusCode())) {
      throw new BatchRefused(response);
    }
    return response;
  }

  private static String statuses(CosmosBatchResponse response) {
    return response.getStatusCode()
        + " "
        + response.getResults().stream()
            .map(CosmosBatchOperationResult::getStatusCode)
            .distinct()
            .toList();
  }

  /** No effect if it is not there. */
  public void delete(String id, String partition) {
    try {
      charged(
          "delete",
          WRITE,
          () ->
              container.deleteItem(
                  id, new PartitionKey(partition), new CosmosItemRequestOptions()));
    } catch (CosmosException e) {
      if (e.getStatusCode() != 404) {
        throw e;
      }
    }
  }

  /** All items of one partition. */
  public List<Item> partition(String partition) {
    return first(partition, "SELECT * FROM c", Map.of(), Integer.MAX_VALUE);
  }

  /** Each item of a partition that a query selects, a page in memory at a time. */
  public void each(
      String partition, String sql, Map<String, Object> parameters, Consumer<Item> each) {
    queries.each(partition, sql, parameters, each);
  }

  /** The first items that a query selects in a partition. */
  public List<Item> first(String partition, String sql, Map<String, Object> parameters, int limit) {
    var options = new CosmosQueryRequestOptions().setPartitionKey(new PartitionKey(partition));
    return queries.first("partition", sql, parameters, options, limit);
  }

  /** The first items of a query over all partitions. */
  public List<Item> query(String sql, Map<String, Object> parameters, int limit) {
    return queries.first("query", sql, parameters, new CosmosQueryRequestOptions(), limit);
  }

  /** What {@code SELECT VALUE COUNT(1) FROM c} over all partitions says. */
  public long count(String where, Map<String, Object> parameters) {
    return queries.count(where, parameters);
  }

  private static CosmosItemRequestOptions returning() {
    return new CosmosItemRequestOptions().setContentResponseOnWriteEnabled(true);
  }

  private <T> CosmosItemResponse<T> charged(
      String operation, double estimate, Supplier<CosmosItemResponse<T>> call) {
    return charges.patiently(operation, estimate, call, CosmosItemResponse::getRequestCharge);
  }
}
