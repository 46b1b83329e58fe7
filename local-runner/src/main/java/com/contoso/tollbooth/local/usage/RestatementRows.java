package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.ledger.Restatement;
import com.contoso.tollbooth.usage.ledger.RestatementTally;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The restatements of months. */
final class RestatementRows {
  private static final String OF_RUN =
      " FROM difference WHERE enrollment = ? AND month = ? AND run = ?";

  private RestatementRows() {}

  static List<Restatement> newest(JdbcClient jdbc, EnrollmentNumber enrollment, YearMonth month) {
    return jdbc.sql(
            "SELECT run, at FROM restatement WHERE enrollment = ? AND month = ? ORDER BY run DESC")
        .params(enrollment.value(), month.toString())
        .query(
            (row, n) -> {
              var run = new RunId(row.getString("run"));
              return new Restatement(
                  enrollment,
                  month,
                  run,
                  Instant.ofEpochMilli(row.getLong("at")),
                  differences(jdbc, enrollment, month, run));
            })
        .list();
  }

  /** Adds to what the run restated on other days. */
  static void add(JdbcClient jdbc, Restatement more) {
    Object[] key = {more.enrollment().value(), more.month().toString(), more.run().value()};
    jdbc.sql("INSERT OR IGNORE INTO restatement VALUES (?, ?, ?, ?)")
        .params(key)
        .param(more.at().toEpochMilli())
        .update();
    var tally = new RestatementTally();
    differences(jdbc, more.enrollment(), more.month(), more.run()).forEach(tally::add);
    more.differences().forEach(tally::add);
    jdbc.sql("DELETE" + OF_RUN).params(key).update();
    for (Restatement.Difference each : tally.differences()) {
      jdbc.sql("INSERT INTO difference VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
          .params(key)
          .param(each.subscription().value())
          .param(each.meterId())
          .param(each.costCenter())
          .param(each.currency())
          .param(each.meterName())
          .param(each.added())
          .param(each.changed())
          .param(each.removed())
          .param(Decimals.text(each.before()))
          .param(Decimals.text(each.after()))
          .update();
    }
  }

  private static List<Restatement.Difference> differences(
      JdbcClient jdbc, EnrollmentNumber enrollment, YearMonth month, RunId run) {
    return jdbc.sql("SELECT *" + OF_RUN + " ORDER BY subscription, meter, cost_center, currency")
        .params(enrollment.value(), month.toString(), run.value())
        .query(RestatementRows::difference)
        .list();
  }

  private static Restatement.Difference difference(ResultSet row, int number) throws SQLException {
    return new Restatement.Difference(
        new SubscriptionId(row.getString("subscription")),
        row.getString("meter"),
        row.getString("meter_name"),
        row.getString("cost_center"),
        row.getString("currency"),
        row.getLong("added"),
        row.getLong("changed"),
        row.getLong("removed"),
        Decimals.of(row, "before"),
        Decimals.of(row, "after"));
  }
}
