package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.Totals;
import com.contoso.tollbooth.usage.ledger.LedgerDay;
import com.contoso.tollbooth.usage.ledger.LedgerMonth;
import com.contoso.tollbooth.usage.ledger.MonthState;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Days and months of the ledger. */
final class LedgerRows {
  private LedgerRows() {}

  static List<LedgerDay> days(
      JdbcClient jdbc, EnrollmentNumber enrollment, LocalDate from, LocalDate to) {
    return jdbc.sql(
            """
            SELECT * FROM head WHERE enrollment = :enrollment AND day BETWEEN :from AND :to
            ORDER BY day
            """)
        .param("enrollment", enrollment.value())
        .param("from", from.toEpochDay())
        .param("to", to.toEpochDay())
        .query(LedgerRows::day)
        .list();
  }

  static void put(JdbcClient jdbc, LedgerDay day) {
    jdbc.sql("INSERT OR REPLACE INTO head VALUES (?, ?, ?, ?, ?, ?, ?)")
        .param(day.enrollment().value())
        .param(day.day().toEpochDay())
        .param(day.run().value())
        .param(day.digest())
        .param(day.totals().lines())
        .param(Decimals.text(day.totals().quantity()))
        .param(Decimals.text(day.totals().cost()))
        .update();
  }

  static Optional<LedgerMonth> month(
      JdbcClient jdbc, EnrollmentNumber enrollment, YearMonth month) {
    return jdbc.sql("SELECT * FROM month WHERE enrollment = :enrollment AND month = :month")
        .param("enrollment", enrollment.value())
        .param("month", month.toString())
        .query(LedgerRows::month)
        .optional();
  }

  static void put(JdbcClient jdbc, LedgerMonth month) {
    jdbc.sql("INSERT OR REPLACE INTO month VALUES (?, ?, ?, ?)")
        .param(month.enrollment().value())
        .param(month.month().toString())
        .param(month.state().name())
        .param(month.since().toEpochMilli())
        .update();
  }

  static LedgerMonth month(ResultSet row, int number) throws SQLException {
    return new LedgerMonth(
        new EnrollmentNumber(row.getString("enrollment")),
        YearMonth.parse(row.getString("month")),
        MonthState.valueOf(row.getString("state")),
        Instant.ofEpochMilli(row.getLong("since")));
  }

  private static LedgerDay day(ResultSet row, int number) throws SQLException {
    return new LedgerDay(
        new EnrollmentNumber(row.getString("enrollment")),
        LocalDate.ofEpochDay(row.getLong("day")),
        new RunId(row.getString("run")),
        row.getString("digest"),
        totals(row));
  }

  static Totals totals(ResultSet row) throws SQLException {
    return new Totals(row.getLong("lines"), Decimals.of(row, "quantity"), Decimals.of(row, "cost"));
  }
}
