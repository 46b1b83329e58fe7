package com.contoso.tollbooth.usage.chargeback;

import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.LedgerScope;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/** Says what a million photos cost, month by month. */
record CostPhotos(LedgerReader ledger) implements Function<OwnCostQuery, List<OwnCost>> {
  @Override
  public List<OwnCost> apply(OwnCostQuery query) {
    var costs = new ArrayList<OwnCost>();
    query
        .photos()
        .forEach(
            (month, photos) ->
                totals(query, month)
                    .values()
                    .forEach(total -> costs.add(OwnCost.of(month, total, photos))));
    return costs;
  }

  private Map<String, CostTotal> totals(OwnCostQuery query, YearMonth month) {
    var totals = new TreeMap<String, CostTotal>();
    ledger.rollups(
        LedgerScope.of(query.rights(), month),
        rollup -> {
          if (query.filter().includes(rollup.dimensions())) {
            totals.merge(rollup.currency(), CostTotal.of(rollup), CostTotal::plus);
          }
        });
    return totals;
  }
}
