package com.contoso.tollbooth.azure.usage;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.usage.Cost;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Rollup;
import com.contoso.tollbooth.usage.SubscriptionId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The lines of a sheet summed by dimensions, currency and basis. */
final class RollupSums {
  private static final String LINES = "lines";

  private final Map<Map<String, Object>, Sum> sums = new LinkedHashMap<>();

  /** Takes in a line by the elements of its item. */
  void add(Item line) {
    add(
        LineItems.object(LineItems.part(line, LineItems.DIMENSIONS).fields()),
        1,
        LineItems.decimal(line, LineItems.AMOUNT));
  }

  /** Takes in what {@link #elements} gave. */
  void addSum(Item sum) {
    add(
        LineItems.part(sum, LineItems.DIMENSIONS).fields(),
        sum.number(LINES),
        LineItems.decimal(sum, LineItems.AMOUNT));
  }

  private void add(Map<String, Object> dimensions, long lines, BigDecimal amount) {
    sums.merge(dimensions, new Sum(lines, amount), Sum::plus);
  }

  /** With the currency and the basis. */
  Stream<Item> dimensions() {
    return sums.keySet().stream().map(Item::new);
  }

  List<Map<String, Object>> elements() {
    var elements = new ArrayList<Map<String, Object>>();
    sums.forEach(
        (dimensions, sum) ->
            elements.add(
                Map.of(
                    LineItems.DIMENSIONS,
                    dimensions,
                    LINES,
                    sum.lines,
                    LineItems.AMOUNT,
                    sum.amount.toString())));
    return elements;
  }

  /** Those that differ by nothing but their basis as one. */
  Collection<Rollup> rollups(
      LocalDate day, EnrollmentNumber enrollment, SubscriptionId subscription) {
    var rollups = new LinkedHashMap<Map<String, Object>, Rollup>();
    sums.forEach(
        (elements, sum) -> {
          var dimensions = new Item(elements);
          boolean unrated = LineItems.basis(dimensions) == Cost.Basis.UNRATED;
          rollups.merge(
              dimensions.with("basis", null).fields(),
              new Rollup(
                  day,
                  LineItems.dimensions(enrollment, subscription, dimensions),
                  dimensions.text("currency"),
                  sum.lines,
                  unrated ? sum.lines : 0,
                  sum.amount),
              RollupSums::plus);
        });
    return rollups.values();
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

  private record Sum(long lines, BigDecimal amount) {
    Sum plus(Sum other) {
      return new Sum(lines + other.lines, amount.add(other.amount));
    }
  }
}
