package com.contoso.tollbooth.api;

import com.contoso.tollbooth.usage.chargeback.Breakdown;
import com.contoso.tollbooth.usage.chargeback.CostTotal;
import java.time.LocalDate;
import java.util.List;

/** What costs come of, as the page sees it. */
record BreakdownView(
    String from, String to, String by, String grain, List<Row> rows, List<Total> totals) {

  static BreakdownView of(Breakdown breakdown) {
    var query = breakdown.query();
    return new BreakdownView(
        query.scope().from().toString(),
        query.scope().to().toString(),
        query.by().title(),
        query.grain().name(),
        breakdown.rows().stream().map(Row::of).toList(),
        breakdown.totals().stream().map(Total::of).toList());
  }

  /** A group's cost in one period and currency. */
  record Row(
      LocalDate from,
      String kind,
      String key,
      String label,
      String currency,
      long lines,
      long unrated,
      String cost) {
    static Row of(Breakdown.Row row) {
      return new Row(
          row.from(),
          row.kind().name(),
          row.key(),
          row.label(),
          row.currency(),
          row.lines(),
          row.unrated(),
          row.cost().toPlainString());
    }
  }

  /** The whole in one currency. */
  record Total(String currency, long lines, long unrated, String cost) {
    static Total of(CostTotal total) {
      return new Total(
          total.currency(), total.lines(), total.unrated(), total.cost().toPlainString());
    }
  }
}
