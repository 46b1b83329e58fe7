package com.contoso.tollbooth.usage.forecast;

import java.time.YearMonth;
import java.util.*;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class BackTestTests {
  @Test
  void prints() {
    long seeds = Long.getLong("seeds", 8);
    int months = Integer.getInteger("months", 10);
    List<DailySeries> all = new ArrayList<>();
    for (var kind : SampleCosts.KINDS) {
      var series =
          LongStream.range(0, seeds)
              .mapToObj(
                  s -> SampleCosts.of(kind, s, YearMonth.of(2025, 1 + (int) (s % 12)), months))
              .toList();
      all.addAll(series);
      print(kind.name(), BackTest.of(series));
    }
    print("ALL", BackTest.of(all));
  }

  static void print(String name, List<BackTestRow> rows) {
    for (var r : rows) {
      System.out.printf(
          "%-12s day %2d n=%d wape %5.1f last %5.1f run %5.1f | mape %5.1f %5.1f %5.1f cov %.2f%n",
          name,
          r.day(),
          r.months(),
          100 * r.method().weighted(),
          100 * r.lastMonth().weighted(),
          100 * r.runRate().weighted(),
          100 * r.method().mean(),
          100 * r.lastMonth().mean(),
          100 * r.runRate().mean(),
          r.covered());
    }
  }
}
