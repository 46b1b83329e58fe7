package com.contoso.tollbooth.azure.items;

import com.azure.cosmos.CosmosContainer;
import com.azure.cosmos.CosmosException;
import com.azure.cosmos.models.CosmosBatchOperationResult;
import com.azure.cosmos.models.CosmosBatchResponse;
import com.azure.cosmos.models.CosmosItemRequestOptions;
import com.azure.cosmos.models.CosmosItemResponse;
import com.azure.cosmos.models.CosmosQueryRequestOptions;
import com.azure.cosmos.models.FeedResponse;
import com.azure.cosmos.models.PartitionKey;
import com.azure.cosmos.models.SqlParameter;
import com.azure.cosmos.models.SqlQuerySpec;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import org.jspecify.annotations.Nullable;

/**
 * One container. What passes is tried again; each call reports its request charge as the metric
 * {@code tollbooth.cosmos.request.charge}, in request units, by container and operation.
 */
public final class Items {
  /** What an answer is reckoned at before it came: a read, and each item of a query's page. */
  private static final double READ = 3;

  private static final double QUERIED = 0.15;
  private static final double WRITE = 15;
  private static final int LARGEST_PAGE = 1000;

  private static final Set<Integer> SURPASSED = Set.of(404, 409, 412);

  private final CosmosContainer container;
  private final MeterRegistry meters;
  private final RequestBudget budget;

  public Items(CosmosContainer container, MeterRegistry meters) {
    this(container, meters, RequestBudget.unlimited());
  }

  /** The same, with each call waiting until the budget has room for it. */
  public Items(CosmosContainer container, MeterRegistry meters, RequestBudget budget) {
    this.container = container;
    this.meters = meters;
    this.budget = budget;
  }

  public Optional<Item> read(String id, String partition) {
    try {
      return Optional.of(
          item(
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
          item(
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
   * @return the item as it is kept, or empty if it has changed since it was read
   */
  public Optional<Item> replace(Item item, String partition) {
    try {
      return Optional.of(
          item(
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
    CosmosBatchResponse response = Patience.patiently(budget, () -> passing(batch));
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
  private CosmosBatchResponse passing(ItemBatch batch) {
    RequestBudget.Request request = budget.reserve(batch.estimate());
    double charge = 0;
    try {
      CosmosBatchResponse response = container.executeCosmosBatch(batch.operations());
      charge = response.getRequestCharge();
      if (Patience.passes(response.getStatusCode())) {
        throw new BatchRefused(response);
      }
      return response;
    } catch (CosmosException e) {
      charge = Math.max(charge, e.getRequestCharge());
      throw e;
    } finally {
      request.cost(charge);
      charge("batch", charge);
    }
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
    var options = new CosmosQueryRequestOptions().setPartitionKey(new PartitionKey(partition));
    return pages("partition", new SqlQuerySpec("SELECT * FROM c"), options, Integer.MAX_VALUE);
  }

  /** Each item of a partition that a query selects, a page in memory at a time. */
  public void each(
      String partition, String sql, Map<String, Object> parameters, Consumer<Item> each) {
    var options = new CosmosQueryRequestOptions().setPartitionKey(new PartitionKey(partition));
    SqlQuerySpec spec = spec(sql, parameters);
    int size = (int) Math.max(1, Math.min(LARGEST_PAGE, (budget.share() - READ) / QUERIED));
    String from = null;
    do {
      String token = from;
      FeedResponse<Map> page =
          Patience.patiently(
              budget,
              () ->
                  measured(
                      "partition",
                      READ + QUERIED * size,
                      () ->
                          container
                              .queryItems(spec, options, Map.class)
                              .iterableByPage(token, size)
                              .iterator()
                              .next(),
                      FeedResponse::getRequestCharge));
      for (Map<?, ?> fields : page.getResults()) {
        each.accept(new Item(typed(fields)));
      }
      from = page.getContinuationToken();
    } while (from != null);
  }

  /** The first items that a query selects in a partition. */
  public List<Item> first(String partition, String sql, Map<String, Object> parameters, int limit) {
    var options = new CosmosQueryRequestOptions().setPartitionKey(new PartitionKey(partition));
    return pages("partition", spec(sql, parameters), options, limit);
  }

  /** The first items of a query over all partitions. */
  public List<Item> query(String sql, Map<String, Object> parameters, int limit) {
    return pages("query", spec(sql, parameters), new CosmosQueryRequestOptions(), limit);
  }

  /** What {@code SELECT VALUE COUNT(1) FROM c} over all partitions says. */
  public long count(String where, Map<String, Object> parameters) {
    SqlQuerySpec spec = spec("SELECT VALUE COUNT(1) FROM c WHERE " + where, parameters);
    return Patience.patiently(
        budget,
        () -> {
          long sum = 0;
          for (FeedResponse<Long> page :
              container
                  .queryItems(spec, new CosmosQueryRequestOptions(), Long.class)
                  .iterableByPage()) {
            charge("count", page.getRequestCharge());
            sum += page.getResults().stream().mapToLong(Long::longValue).sum();
          }
          return sum;
        });
  }

  private List<Item> pages(
      String operation, SqlQuerySpec spec, CosmosQueryRequestOptions options, int limit) {
    return Patience.patiently(
        budget,
        () -> {
          var items = new ArrayList<Item>();
          int pageSize = Math.min(limit, 1000);
          for (FeedResponse<Map> page :
              container.queryItems(spec, options, Map.class).iterableByPage(pageSize)) {
            charge(operation, page.getRequestCharge());
            for (Map<?, ?> fields : page.getResults()) {
              items.add(new Item(typed(fields)));
              if (items.size() == limit) {
                return items;
              }
            }
          }
          return items;
        });
  }

  private static SqlQuerySpec spec(String sql, Map<String, Object> parameters) {
    return new SqlQuerySpec(
        sql,
        parameters.entrySet().stream()
            .map(each -> new SqlParameter("@" + each.getKey(), each.getValue()))
            .toList());
  }

  private static CosmosItemRequestOptions returning() {
    return new CosmosItemRequestOptions().setContentResponseOnWriteEnabled(true);
  }

  private <T> CosmosItemResponse<T> charged(
      String operation, double estimate, Supplier<CosmosItemResponse<T>> call) {
    return Patience.patiently(
        budget, () -> measured(operation, estimate, call, CosmosItemResponse::getRequestCharge));
  }

  private <T> T measured(
      String operation, double estimate, Supplier<T> call, ToDoubleFunction<T> charge) {
    RequestBudget.Request request = budget.reserve(estimate);
    double units = 0;
    try {
      T response = call.get();
      units = charge.applyAsDouble(response);
      return response;
    } catch (CosmosException e) {
      units = e.getRequestCharge();
      throw e;
    } finally {
      request.cost(units);
      charge(operation, units);
    }
  }

  private void charge(String operation, double units) {
    meters
        .counter(
            "tollbooth.cosmos.request.charge",
            "container",
            container.getId(),
            "operation",
            operation)
        .increment(units);
  }

  private static <T> Item item(CosmosItemResponse<T> response) {
    Map<?, ?> fields = (Map<?, ?>) response.getItem();
    return new Item(typed(fields), date(response.getResponseHeaders()));
  }

  /** The client hands names on as it got them, in capitals or not. */
  private static @Nullable String date(Map<String, String> headers) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase("Date"))
        .map(Map.Entry::getValue)
        .findFirst()
        .orElse(null);
  }

  @SuppressWarnings("unchecked") // a JSON object's names are strings
  private static Map<String, Object> typed(Map<?, ?> fields) {
    return (Map<String, Object>) fields;
  }
}
