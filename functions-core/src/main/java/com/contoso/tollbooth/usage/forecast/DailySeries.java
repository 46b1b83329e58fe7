package com.contoso.tollbooth.usage.forecast;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;

/** The cost of consecutive days in one currency, from a first day on. */
public record DailySeries(LocalDate first, List<BigDecimal> costs) {
  public DailySeries {
    costs = List.copyOf(costs);
  }

  /** The sum of the days from one to another, both included; days outside the series are zero. */
  public BigDecimal sum(LocalDate from, LocalDate to) {
    int start = Math.max(0, index(from));
    int end = Math.min(costs.size(), index(to) + 1);
    BigDecimal sum = BigDecimal.ZERO;
    for (int i = start; i < end; i++) {
      sum = sum.add(costs.get(i));
    }
    return sum;
  }

  /** Where a day stands; negative before the first. */
  int index(LocalDate day) {
    return Math.toIntExact(day.toEpochDay() - first.toEpochDay());
  }

  double[] toDoubles() {
    return costs.stream().mapToDouble(BigDecimal::doubleValue).toArray();
  }
}
