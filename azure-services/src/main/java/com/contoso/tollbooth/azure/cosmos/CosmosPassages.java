package com.contoso.tollbooth.azure.cosmos;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.azure.items.Items;
import com.contoso.tollbooth.billing.ExportWindow;
import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.registry.PassageCounts;
import com.contoso.tollbooth.registry.PassagePage;
import com.contoso.tollbooth.registry.PassageQuery;
import com.contoso.tollbooth.registry.PassageRecord;
import com.contoso.tollbooth.registry.PassageState;
import com.contoso.tollbooth.registry.Passages;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the passages; what is exported follows from the settled windows. */
public final class CosmosPassages implements Passages {
  private final Items passages;
  private final Items exports;

  public CosmosPassages(CosmosStore store) {
    this.passages = store.passages();
    this.exports = store.exports();
  }

  /** By the index on the state alone. */
  @Override
  public PassageCounts counts() {
    var counts = new EnumMap<PassageState, Long>(PassageState.class);
    for (PassageState state : PassageState.values()) {
      if (state != PassageState.EXPORTED) {
        counts.put(state, passages.count("c.state = @state", Map.of("state", state.name())));
      }
    }
    long exported = LedgerHead.read(exports).map(LedgerHead::exportedRows).orElse(0L);
    counts.put(PassageState.EXPORTED, exported);
    counts.merge(PassageState.BILLABLE, -exported, Long::sum);
    return new PassageCounts(counts);
  }

  @Override
  public PassagePage page(PassageQuery query) {
    Optional<LedgerHead> head = LedgerHead.read(exports);
    var parameters = new HashMap<String, Object>();
    String where = where(query.state(), head, parameters);
    parameters.put("before", query.before() == null ? "~" : query.before());
    List<Item> found =
        passages.query(
            "SELECT * FROM c WHERE " + where + "c.arrival < @before ORDER BY c.arrival DESC",
            parameters,
            query.limit() + 1);
    boolean more = found.size() > query.limit();
    List<Item> page = more ? found.subList(0, query.limit()) : found;
    return new PassagePage(
        page.stream().map(item -> PassageItems.record(item, head)).toList(),
        more ? page.getLast().text("arrival") : null);
  }

  private static String where(
      @Nullable PassageState state, Optional<LedgerHead> head, Map<String, Object> parameters) {
    if (state == null) {
      return "";
    }
    boolean ledger = state == PassageState.EXPORTED || state == PassageState.BILLABLE;
    parameters.put("state", ledger ? PassageState.BILLABLE.name() : state.name());
    String byState = "c.state = @state AND ";
    if (!ledger) {
      return byState;
    }
    String exported = exported(head, parameters);
    return byState + (state == PassageState.EXPORTED ? exported : "NOT " + exported) + " AND ";
  }

  private static String exported(Optional<LedgerHead> head, Map<String, Object> parameters) {
    parameters.put("to", head.map(LedgerHead::to).orElse(0L));
    var condition = new StringBuilder("(c.recordedAt < @to");
    int number = 0;
    for (ExportWindow window : head.map(LedgerHead::unsettled).orElse(List.of())) {
      number++;
      parameters.put("from" + number, window.from().toEpochMilli());
      parameters.put("to" + number, window.to().toEpochMilli());
      condition
          .append(" AND (c.recordedAt < @from")
          .append(number)
          .append(" OR c.recordedAt >= @to")
          .append(number)
          .append(")");
    }
    return condition.append(")").toString();
  }

  @Override
  public Optional<PassageRecord> find(PassageId passage) {
    return passages
        .read(passage.value(), passage.value())
        .map(
            item ->
                PassageItems.record(
                    item,
                    PassageItems.state(item) == PassageState.BILLABLE
                        ? LedgerHead.read(exports)
                        : Optional.empty()));
  }
}
