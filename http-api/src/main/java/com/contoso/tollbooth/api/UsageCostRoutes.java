package com.contoso.tollbooth.api;

import com.contoso.tollbooth.usage.chargeback.Allocation;
import com.contoso.tollbooth.usage.chargeback.AllocationQuery;
import com.contoso.tollbooth.usage.chargeback.Breakdown;
import com.contoso.tollbooth.usage.chargeback.BreakdownQuery;
import java.util.List;
import java.util.function.Function;

/** What costs come of, and who pays. Money is text, because most readers of JSON round numbers. */
record UsageCostRoutes(
    Function<BreakdownQuery, Breakdown> breakDownCosts,
    Function<AllocationQuery, Allocation> allocateCosts,
    UsageReader reader)
    implements Routes {
  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/usage/months/{month}/breakdown", this::breakdown),
        Route.get("/api/usage/months/{month}/chargeback", this::chargeback));
  }

  private ApiAnswer breakdown(Call call) {
    BreakdownQuery query = UsageQueries.breakdown(call, reader.rights(call));
    return ApiAnswer.json(BreakdownView.of(breakDownCosts.apply(query)));
  }

  private ApiAnswer chargeback(Call call) {
    AllocationQuery query = UsageQueries.allocation(call, reader.rights(call));
    int origins = UsageQueries.within("limit", call.limit(50), 1, 1_000);
    return ApiAnswer.json(AllocationView.of(allocateCosts.apply(query), origins));
  }
}
