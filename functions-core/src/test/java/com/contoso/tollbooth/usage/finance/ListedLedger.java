package com.contoso.tollbooth.usage.finance;

import com.contoso.tollbooth.usage.Dimensions;
import com.contoso.tollbooth.usage.LedgerLine;
import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.LedgerScope;
import com.contoso.tollbooth.usage.LinePage;
import com.contoso.tollbooth.usage.LineQuery;
import com.contoso.tollbooth.usage.Rollup;
import java.math.BigDecimal;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** A ledger of lines that are listed; its rollups are their sums. */
public final class ListedLedger implements LedgerReader {
  private final List<LedgerLine> lines;

  public ListedLedger(List<LedgerLine> lines) {
    this.lines =
        lines.stream()
            .sorted(
                Comparator.comparing((LedgerLine line) -> line.line().date())
                    .thenComparing(line -> line.line().subscription())
                    .thenComparing(LedgerLine::id))
            .toList();
  }

  @Override
  public void rollups(LedgerScope scope, Consumer<Rollup> each) {
    var rollups = new LinkedHashMap<List<Object>, Rollup>();
    in(scope)
        .forEach(
            line -> {
              Rollup rollup = rollup(line);
              rollups.merge(
                  List.of(rollup.day(), rollup.dimensions(), rollup.currency()),
                  rollup,
                  ListedLedger::plus);
            });
    rollups.values().forEach(each);
  }

  private static Rollup rollup(LedgerLine line) {
    return new Rollup(
        line.line().date(),
        Dimensions.of(line.enrollment(), line.line()),
        line.cost().currency(),
        1,
        switch (line.cost().basis()) {
          case UNRATED -> 1;
          case RATED, REPORTED -> 0;
        },
        line.cost().amount());
  }

  private static Rollup plus(Rollup one, Rollup other) {
    return new Rollup(
        one.day(),
        one.dimensions(),
        one.currency(),
        one.lines() + other.lines(),
        one.unrated() + other.unrated(),
        one.cost().add(other.cost()));
  }

  @Override
  public void lines(LedgerScope scope, Consumer<LedgerLine> each) {
    in(scope).forEach(each);
  }

  @Override
  public LinePage page(LineQuery query) {
    throw new UnsupportedOperationException("no report reads pages");
  }

  private Stream<LedgerLine> in(LedgerScope scope) {
    return lines.stream()
        .filter(line -> scope.rights().sees(line.line().subscription()))
        .filter(
            line ->
                scope.enrollments().isEmpty() || scope.enrollments().contains(line.enrollment()))
        .filter(line -> !line.line().date().isBefore(scope.from()))
        .filter(line -> !line.line().date().isAfter(scope.to()));
  }

  /** What the lines cost, by currency. */
  public Map<String, BigDecimal> totals() {
    var totals = new TreeMap<String, BigDecimal>();
    lines.forEach(
        line -> totals.merge(line.cost().currency(), line.cost().amount(), BigDecimal::add));
    return totals;
  }
}
