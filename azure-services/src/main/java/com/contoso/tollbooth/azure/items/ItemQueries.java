package com.contoso.tollbooth.azure.items;

import com.azure.cosmos.CosmosContainer;
import com.azure.cosmos.models.CosmosQueryRequestOptions;
import com.azure.cosmos.models.FeedResponse;
import com.azure.cosmos.models.PartitionKey;
import com.azure.cosmos.models.SqlParameter;
import com.azure.cosmos.models.SqlQuerySpec;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** Queries of one container. */
final class ItemQueries {
  /** What a page is reckoned at before it came, and each item of it. */
  private static final double PAGE = 3;

  private static final double ITEM = 0.15;
  private static final int LARGEST_PAGE = 1000;

  private final CosmosContainer container;
  private final Charges charges;

  ItemQueries(CosmosContainer container, Charges charges) {
    this.container = container;
    this.charges = charges;
  }

  void each(String partition, String sql, Map<String, Object> parameters, Consumer<Item> each) {
    var options = new CosmosQueryRequestOptions().setPartitionKey(new PartitionKey(partition));
    SqlQuerySpec spec = spec(sql, parameters);
    int size = (int) Math.max(1, Math.min(LARGEST_PAGE, (charges.share() - PAGE) / ITEM));
    String from = null;
    do {
      String token = from;
      FeedResponse<Map> page =
          charges.patiently(
              "partition",
              PAGE + ITEM * size,
              () ->
                  container
                      .queryItems(spec, options, Map.class)
                      .iterableByPage(token, size)
                      .iterator()
                      .next(),
              FeedResponse::getRequestCharge);
      for (Map<?, ?> fields : page.getResults()) {
        each.accept(new Item(typed(fields)));
      }
      from = page.getContinuationToken();
    } while (from != null);
  }

  List<Item> first(
      String operation,
      String sql,
      Map<String, Object> parameters,
      CosmosQueryRequestOptions options,
      int limit) {
    SqlQuerySpec spec = spec(sql, parameters);
    return charges.patiently(
        () -> {
          var items = new ArrayList<Item>();
          for (FeedResponse<Map> page :
              container
                  .queryItems(spec, options, Map.class)
                  .iterableByPage(Math.min(limit, LARGEST_PAGE))) {
            charges.tell(operation, page.getRequestCharge());
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

  long count(String where, Map<String, Object> parameters) {
    SqlQuerySpec spec = spec("SELECT VALUE COUNT(1) FROM c WHERE " + where, parameters);
    return charges.patiently(
        () -> {
          long sum = 0;
          for (FeedResponse<Long> page :
              container
                  .queryItems(spec, new CosmosQueryRequestOptions(), Long.class)
                  .iterableByPage()) {
            charges.tell("count", page.getRequestCharge());
            sum += page.getResults().stream().mapToLong(Long::longValue).sum();
          }
          return sum;
        });
  }

  private static SqlQuerySpec spec(String sql, Map<String, Object> parameters) {
    return new SqlQuerySpec(
        sql,
        parameters.entrySet().stream()
            .map(each -> new SqlParameter("@" + each.getKey(), each.getValue()))
            .toList());
  }

  @SuppressWarnings("unchecked") // a JSON object's names are strings
  static Map<String, Object> typed(Map<?, ?> fields) {
    return (Map<String, Object>) fields;
  }
}
