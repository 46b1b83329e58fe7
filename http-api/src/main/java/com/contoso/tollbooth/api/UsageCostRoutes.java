package com.contoso.tollbooth.api;

import com.contoso.tollbooth.usage.UsageRights;
import com.contoso.tollbooth.usage.chargeback.Allocation;
import com.contoso.tollbooth.usage.chargeback.AllocationQuery;
import com.contoso.tollbooth.usage.chargeback.Breakdown;
import com.contoso.tollbooth.usage.chargeback.BreakdownQuery;
import com.contoso.tollbooth.usage.chargeback.OwnCost;
import com.contoso.tollbooth.usage.chargeback.OwnCostQuery;
import com.contoso.tollbooth.usage.chargeback.SavedView;
import com.contoso.tollbooth.usage.ledger.LedgerMonth;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What costs come of, who pays, and what the saved views cost. Money is text, because most readers
 * of JSON round numbers.
 *
 * @param countPhotos how many photos came in each month; {@code null} on a host that cannot tell
 */
record UsageCostRoutes(
    Function<BreakdownQuery, Breakdown> breakDownCosts,
    Function<AllocationQuery, Allocation> allocateCosts,
    Supplier<List<SavedView>> listSavedViews,
    Function<OwnCostQuery, List<OwnCost>> costPerMillionPhotos,
    Supplier<List<LedgerMonth>> listUsageMonths,
    @Nullable Supplier<SortedMap<YearMonth, Long>> countPhotos,
    UsageReader reader)
    implements Routes {
  /** How far a view's cost goes back: a year and the month to compare with. */
  private static final int MONTHS = 13;

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/usage/months/{month}/breakdown", this::breakdown),
        Route.get("/api/usage/months/{month}/chargeback", this::chargeback),
        Route.get("/api/usage/views", call -> views()),
        Route.get("/api/usage/views/{name}/cost", this::cost));
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

  private ApiAnswer views() {
    return ApiAnswer.json(new Views(listSavedViews.get().stream().map(ViewView::of).toList()));
  }

  private ApiAnswer cost(Call call) {
    String name = call.variable("name");
    Optional<SavedView> view =
        listSavedViews.get().stream().filter(each -> each.name().equals(name)).findFirst();
    return view.map(each -> cost(each, reader.rights(call)))
        .orElseGet(() -> call.refuse(Problem.Kind.NOT_FOUND, "there is no view of this name"));
  }

  private ApiAnswer cost(SavedView view, UsageRights rights) {
    SortedMap<YearMonth, Long> photos = photos();
    var costs = costPerMillionPhotos.apply(new OwnCostQuery(rights, view.costs(), photos));
    boolean counted = countPhotos != null;
    return ApiAnswer.json(
        new ViewCost(
            view.name(), costs.stream().map(each -> MonthCost.of(each, counted)).toList()));
  }

  /** Of each of the newest months of the ledger. */
  private SortedMap<YearMonth, Long> photos() {
    Map<YearMonth, Long> counts = countPhotos == null ? Map.of() : countPhotos.get();
    var photos = new TreeMap<YearMonth, Long>();
    listUsageMonths.get().stream()
        .map(LedgerMonth::month)
        .distinct()
        .sorted(Comparator.reverseOrder())
        .limit(MONTHS)
        .forEach(month -> photos.put(month, counts.getOrDefault(month, 0L)));
    return photos;
  }

  record Views(List<ViewView> views) {}

  /** A filter under a name. */
  record ViewView(String name, Map<String, String> filter) {
    static ViewView of(SavedView view) {
      return new ViewView(view.name(), view.filter());
    }
  }

  record ViewCost(String name, List<MonthCost> months) {}

  /** What a view cost in a month. */
  record MonthCost(
      String month,
      String currency,
      String cost,
      long unrated,
      @Nullable Long photos,
      @Nullable String perMillionPhotos) {
    static MonthCost of(OwnCost cost, boolean counted) {
      var perMillion = cost.perMillionPhotos();
      return new MonthCost(
          cost.month().toString(),
          cost.currency(),
          cost.cost().toPlainString(),
          cost.unrated(),
          counted ? (Long) cost.photos() : null,
          perMillion == null ? null : perMillion.toPlainString());
    }
  }
}
