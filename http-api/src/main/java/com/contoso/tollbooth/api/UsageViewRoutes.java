package com.contoso.tollbooth.api;

import com.contoso.tollbooth.usage.UsageRights;
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
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The saved views, what each costs over time, and others.
 *
 * @param countPhotos how many photos came in each month; {@code null} on a host that cannot tell
 */
record UsageViewRoutes(
    Supplier<List<SavedView>> listSavedViews,
    Consumer<SavedView> saveView,
    Consumer<String> removeView,
    Function<OwnCostQuery, List<OwnCost>> costPerMillionPhotos,
    Supplier<List<LedgerMonth>> listUsageMonths,
    @Nullable Supplier<SortedMap<YearMonth, Long>> countPhotos,
    UsageReader reader)
    implements Routes {
  /** How far a view's cost goes back: a year and the month to compare with. */
  private static final int MONTHS = 13;

  /** The breakdown filters by five fields and tags. */
  private static final int MOST_CONDITIONS = 20;

  private static final int LONGEST = 256;

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/usage/views", call -> reader.ofAny(call, asked -> views())),
        Route.put("/api/usage/views/{name}", call -> reader.ofAll(call, this::save)),
        Route.delete("/api/usage/views/{name}", call -> reader.ofAll(call, this::remove)),
        Route.get("/api/usage/views/{name}/cost", call -> reader.ofAny(call, this::cost)));
  }

  private ApiAnswer save(Call call) {
    var view = new SavedView(call.variable("name"), filter(call.body(Filter.class).filter()));
    saveView.accept(view);
    return ApiAnswer.json(ViewView.of(view));
  }

  private static Map<String, String> filter(@Nullable Map<String, @Nullable String> asked) {
    if (asked == null) {
      throw new IllegalArgumentException("'filter' is missing; {} stands for every cost");
    }
    if (asked.size() > MOST_CONDITIONS) {
      throw new IllegalArgumentException(
          "'filter' has %d conditions at most".formatted(MOST_CONDITIONS));
    }
    var filter = new TreeMap<String, String>();
    asked.forEach(
        (name, value) -> {
          if (value == null || value.length() > LONGEST || name.length() > LONGEST) {
            throw new IllegalArgumentException(
                "what '%s' has is a text of %d characters at most"
                    .formatted(name.substring(0, Math.min(name.length(), LONGEST)), LONGEST));
          }
          filter.put(name, value);
        });
    return filter;
  }

  private ApiAnswer remove(Call call) {
    removeView.accept(call.variable("name"));
    return ApiAnswer.empty(204, Map.of());
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

  /** What to keep under a name. */
  record Filter(@Nullable Map<String, @Nullable String> filter) {}

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
