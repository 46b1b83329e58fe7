package com.contoso.tollbooth.local.usage.simulator;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;

/** Sums quantities by meter and prices the sums: exact, without a line ever being written. */
final class MonthlyCosts {
  private MonthlyCosts() {}

  static Map<LocalDate, BigDecimal> of(Days days, YearMonth month) {
    int meters = Meter.ALL.size();
    long[] units = new long[32 * meters];
    long[] further = new long[32 * meters];
    for (long place = 0; place < days.places(); place++) {
      days.visit(
          place,
          (resource, meter, day, more, furtherMore) -> {
            units[day * meters + meter] += more;
            further[day * meters + meter] =
                Math.addExact(further[day * meters + meter], furtherMore);
          });
    }
    var costs = new TreeMap<LocalDate, BigDecimal>();
    for (int day = 1; day <= month.lengthOfMonth(); day++) {
      BigDecimal cost = BigDecimal.ZERO;
      for (int meter = 0; meter < meters; meter++) {
        int at = day * meters + meter;
        cost =
            cost.add(
                SimulatedLine.quantity(units[at], further[at])
                    .multiply(Meter.ALL.get(meter).price()));
      }
      costs.put(month.atDay(day), cost);
    }
    return costs;
  }
}
