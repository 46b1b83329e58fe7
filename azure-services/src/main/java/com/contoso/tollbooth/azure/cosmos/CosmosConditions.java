package com.contoso.tollbooth.azure.cosmos;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.azure.items.Items;
import com.contoso.tollbooth.billing.Condition;
import com.contoso.tollbooth.billing.Conditions;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Lasting conditions as one document, a field for each. */
public final class CosmosConditions implements Conditions {
  private static final String ID = "conditions";

  private final Items exports;

  public CosmosConditions(CosmosStore store) {
    this.exports = store.exports();
  }

  @Override
  public Map<Condition, Instant> lasting() {
    var lasting = new EnumMap<Condition, Instant>(Condition.class);
    exports
        .read(ID, ID)
        .ifPresent(
            item -> {
              for (Condition condition : Condition.values()) {
                Long since = item.numberOrNull(condition.name());
                if (since != null) {
                  lasting.put(condition, Instant.ofEpochMilli(since));
                }
              }
            });
    return lasting;
  }

  @Override
  public void begin(Condition condition, Instant since) {
    change(
        item ->
            item.get(condition.name()) == null
                ? Optional.of(item.with(condition.name(), since.toEpochMilli()))
                : Optional.empty());
  }

  @Override
  public void end(Condition condition) {
    change(item -> Optional.of(item.with(condition.name(), null)));
  }

  private void change(Function<Item, Optional<Item>> change) {
    var unused = exports.changeOrBegin(Item.named(ID), change);
  }
}
