package com.contoso.tollbooth.azure.cosmos;

import com.azure.cosmos.CosmosContainer;
import com.azure.cosmos.CosmosException;
import com.azure.cosmos.models.CosmosItemRequestOptions;
import com.azure.cosmos.models.CosmosItemResponse;
import com.azure.cosmos.models.CosmosQueryRequestOptions;
import com.azure.cosmos.models.FeedResponse;
import com.azure.cosmos.models.PartitionKey;
import com.azure.cosmos.models.SqlParameter;
import com.azure.cosmos.models.SqlQuerySpec;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * One container. Each call reports its request charge as the metric {@code
 * tollbooth.cosmos.request.charge}, in request units, by container and operation.
 */
final class Items {
  private static final Set<Integer> PASSING = Set.of(408, 410, 429, 449, 500, 503);
  private static final int ATTEMPTS = 5;
  private static final Duration FIRST_WAIT = Duration.ofMillis(100);

  /** A function waits no longer than this in one go; its message can wait in its queue. */
  private static final Duration LONGEST_WAIT = Duration.ofSeconds(2);

  private final CosmosContainer container;
  private final MeterRegistry meters;

  Items(CosmosContainer container, MeterRegistry meters) {
    this.container = container;
    this.meters = meters;
  }

  Optional<Item> read(String id, String partition) {
    try {
      return Optional.of(
          item(
              charged(
                  "read", () -> container.readItem(id, new PartitionKey(partition), Map.class))));
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
  Optional<Item> create(Item item, String partition) {
    try {
      return Optional.of(
          item(
              charged(
                  "create",
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
  Optional<Item> replace(Item item, String partition) {
    try {
      return Optional.of(
          item(
              charged(
                  "replace",
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
  Optional<Change> change(String id, Function<Item, Optional<Item>> change) {
    return change(() -> read(id, id), change);
  }

  /** Changes an item as above; if there is none yet, it begins as this one. */
  Change changeOrBegin(Item beginning, Function<Item, Optional<Item>> change) {
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
  record Change(Item item, boolean made) {}

  /** No effect if it is not there. */
  void delete(String id, String partition) {
    try {
      charged(
          "delete",
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
  List<Item> partition(String partition) {
    var options = new CosmosQueryRequestOptions().setPartitionKey(new PartitionKey(partition));
    return pages("partition", new SqlQuerySpec("SELECT * FROM c"), options, Integer.MAX_VALUE);
  }

  /** The first items of a query over all partitions. */
  List<Item> query(String sql, Map<String, Object> parameters, int limit) {
    return pages("query", spec(sql, parameters), new CosmosQueryRequestOptions(), limit);
  }

  /** What {@code SELECT VALUE COUNT(1) FROM c} over all partitions says. */
  long count(String where, Map<String, Object> parameters) {
    SqlQuerySpec spec = spec("SELECT VALUE COUNT(1) FROM c WHERE " + where, parameters);
    return patiently(
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
    return patiently(
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
      String operation, Supplier<CosmosItemResponse<T>> call) {
    return patiently(
        () -> {
          try {
            CosmosItemResponse<T> response = call.get();
            charge(operation, response.getRequestCharge());
            return response;
          } catch (CosmosException e) {
            charge(operation, e.getRequestCharge());
            throw e;
          }
        });
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

  /** The SDK waits out most throttling by itself; this is for what it hands on. */
  private static <T> T patiently(Supplier<T> call) {
    Duration wait = FIRST_WAIT;
    for (int attempt = 1; ; attempt++) {
      try {
        return call.get();
      } catch (CosmosException e) {
        if (attempt == ATTEMPTS || !PASSING.contains(e.getStatusCode())) {
          throw e;
        }
        pause(longer(wait, e.getRetryAfterDuration()));
        wait = wait.multipliedBy(2);
      }
    }
  }

  private static Duration longer(Duration wait, @Nullable Duration asked) {
    Duration longer = asked == null || asked.compareTo(wait) < 0 ? wait : asked;
    return longer.compareTo(LONGEST_WAIT) < 0 ? longer : LONGEST_WAIT;
  }

  private static void pause(Duration wait) {
    try {
      Thread.sleep(wait.plusMillis(ThreadLocalRandom.current().nextLong(50)));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while waiting for the database", e);
    }
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
