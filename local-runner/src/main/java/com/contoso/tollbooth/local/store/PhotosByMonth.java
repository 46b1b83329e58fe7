package com.contoso.tollbooth.local.store;

import java.time.YearMonth;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Says how many photos came in each month. */
record PhotosByMonth(JdbcClient jdbc) implements Supplier<SortedMap<YearMonth, Long>> {
  @Override
  public SortedMap<YearMonth, Long> get() {
    var months = new TreeMap<YearMonth, Long>();
    jdbc.sql("SELECT month, photos FROM photo_month")
        .query(
            row -> {
              months.put(YearMonth.parse(row.getString("month")), row.getLong("photos"));
            });
    return months;
  }
}
