package com.contoso.tollbooth.usage.chargeback;

import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.Rollup;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Groups costs by one thing, and by day or month. Names that differ by their case alone are one, as
 * they are for a filter and for Azure: of several spellings the same one is shown each time.
 */
record BreakDownCosts(LedgerReader ledger) implements Function<BreakdownQuery, Breakdown> {
  private static final Comparator<Breakdown.Row> ORDER =
      Comparator.comparing(Breakdown.Row::from)
          .thenComparing(Breakdown.Row::currency)
          .thenComparing(row -> row.kind() == Breakdown.Kind.OTHERS)
          .thenComparing(Breakdown.Row::cost, Comparator.reverseOrder())
          .thenComparing(Breakdown.Row::key);

  @Override
  public Breakdown apply(BreakdownQuery query) {
    var groups = new Groups(query);
    ledger.rollups(query.scope(), groups::add);
    return new Breakdown(query, groups.rows(), List.copyOf(groups.totals.values()));
  }

  private record Group(String currency, String key) {}

  private record Cell(LocalDate from, Group group) {}

  private static final class Groups {
    private final BreakdownQuery query;
    private final Map<String, CostTotal> totals = new TreeMap<>();
    private final Map<Cell, CostTotal> cells = new HashMap<>();
    private final Map<Group, BigDecimal> weights = new HashMap<>();
    private final Map<String, String> spelled = new HashMap<>();
    private final Map<String, String> labels = new HashMap<>();

    Groups(BreakdownQuery query) {
      this.query = query;
    }

    void add(Rollup rollup) {
      if (!query.filter().includes(rollup.dimensions())) {
        return;
      }
      CostTotal cost = CostTotal.of(rollup);
      String spelling = query.by().key(rollup.dimensions());
      String key = spelling.toLowerCase(Locale.ROOT);
      var group = new Group(cost.currency(), key);
      totals.merge(cost.currency(), cost, CostTotal::plus);
      cells.merge(new Cell(from(rollup.day()), group), cost, CostTotal::plus);
      weights.merge(group, cost.cost(), BigDecimal::add);
      // In whatever order the rollups of a day come.
      spelled.merge(key, spelling, Groups::last);
      labels.merge(key, query.by().label(rollup.dimensions()), Groups::last);
    }

    private static String last(String one, String other) {
      return one.compareTo(other) >= 0 ? one : other;
    }

    private LocalDate from(LocalDate day) {
      return switch (query.grain()) {
        case DAY -> day;
        case MONTH -> day.withDayOfMonth(1);
      };
    }

    List<Breakdown.Row> rows() {
      Set<Group> shown = shown();
      var rows = new ArrayList<Breakdown.Row>();
      var others = new HashMap<Cell, CostTotal>();
      cells.forEach(
          (cell, cost) -> {
            if (shown.contains(cell.group())) {
              rows.add(row(cell, cost));
            } else {
              var rest = new Cell(cell.from(), new Group(cell.group().currency(), ""));
              others.merge(rest, cost, CostTotal::plus);
            }
          });
      others.forEach(
          (cell, cost) -> rows.add(row(cell, cost, Breakdown.Kind.OTHERS, "", "others")));
      rows.sort(ORDER);
      return rows;
    }

    /** Greatest over the whole time, so that every period shows the same groups. */
    private Set<Group> shown() {
      if (query.top() == 0) {
        return weights.keySet();
      }
      var shown = new HashSet<Group>();
      for (String currency : totals.keySet()) {
        weights.entrySet().stream()
            .filter(entry -> entry.getKey().currency().equals(currency))
            .sorted(
                Comparator.<Map.Entry<Group, BigDecimal>, BigDecimal>comparing(
                        entry -> entry.getValue().abs(), Comparator.reverseOrder())
                    .thenComparing(entry -> entry.getKey().key()))
            .limit(query.top())
            .forEach(entry -> shown.add(entry.getKey()));
      }
      return shown;
    }

    private Breakdown.Row row(Cell cell, CostTotal cost) {
      String key = cell.group().key();
      return key.isEmpty()
          ? row(cell, cost, Breakdown.Kind.NONE, "", "")
          : row(
              cell,
              cost,
              Breakdown.Kind.GROUP,
              spelled.getOrDefault(key, key),
              labels.getOrDefault(key, key));
    }

    private static Breakdown.Row row(
        Cell cell, CostTotal cost, Breakdown.Kind kind, String key, String label) {
      return new Breakdown.Row(
          cell.from(),
          kind,
          key,
          label,
          cost.currency(),
          cost.lines(),
          cost.unrated(),
          cost.cost());
    }
  }
}
