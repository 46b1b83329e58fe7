package com.contoso.tollbooth.local.store;

import com.contoso.tollbooth.billing.BillablePlate;
import com.contoso.tollbooth.billing.BillablePlates;
import com.contoso.tollbooth.billing.ExportWindow;
import com.contoso.tollbooth.plate.BoothId;
import com.contoso.tollbooth.plate.Confidence;
import com.contoso.tollbooth.plate.Jurisdiction;
import com.contoso.tollbooth.plate.LicensePlate;
import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.plate.PlateAccepted;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The billing ledger as table billable. SQLite has one writer at a time: a window is closed while
 * nobody else writes, and every later entry is recorded at or after its closing time, whatever the
 * clock says.
 */
public final class SqliteBillablePlates implements BillablePlates {
  private static final long HOUR = Duration.ofHours(1).toMillis();

  private final JdbcClient jdbc;
  private final TransactionTemplate transactions;

  SqliteBillablePlates(JdbcClient jdbc, TransactionTemplate transactions) {
    this.jdbc = jdbc;
    this.transactions = transactions;
  }

  @Override
  public Optional<ExportWindow> closeWindow(Instant closing) {
    return Objects.requireNonNull(
        transactions.execute(
            status -> {
              Optional<Long> lastClosing = millis("SELECT max(to_at) FROM export_window");
              Optional<Long> lastEntry = millis("SELECT max(recorded_at) FROM billable");
              long to = Math.max(closing.toEpochMilli(), lastEntry.map(at -> at + 1).orElse(0L));
              long from = lastClosing.orElseGet(() -> beginning(to));
              return to <= from ? Optional.empty() : Optional.of(close(from, to));
            }));
  }

  /** The first window of a ledger begins at the full hour before its first entry. */
  private long beginning(long to) {
    long first = millis("SELECT min(recorded_at) FROM billable").orElse(to - 1);
    return first - Math.floorMod(first, HOUR);
  }

  private ExportWindow close(long from, long to) {
    jdbc.sql("INSERT INTO export_window (from_at, to_at) VALUES (:from, :to)")
        .param("from", from)
        .param("to", to)
        .update();
    return new ExportWindow(Instant.ofEpochMilli(from), Instant.ofEpochMilli(to));
  }

  @Override
  public List<ExportWindow> unsettled() {
    return jdbc.sql("SELECT * FROM export_window WHERE settled_rows IS NULL ORDER BY to_at")
        .query(
            (row, n) ->
                new ExportWindow(
                    Instant.ofEpochMilli(row.getLong("from_at")),
                    Instant.ofEpochMilli(row.getLong("to_at"))))
        .list();
  }

  /** Entry numbers rise with recording time, so a window is a range of entries. */
  @Override
  public List<BillablePlate> page(ExportWindow window, @Nullable PassageId after, int limit) {
    return jdbc.sql(
            """
            SELECT * FROM billable
            WHERE entry > coalesce(
                (SELECT entry FROM billable WHERE passage_id = :after),
                (SELECT entry - 1 FROM billable WHERE recorded_at >= :from
                 ORDER BY recorded_at, entry LIMIT 1))
              AND entry <= (SELECT entry FROM billable WHERE recorded_at < :to
                            ORDER BY recorded_at DESC, entry DESC LIMIT 1)
            ORDER BY entry LIMIT :limit
            """)
        .param("after", after == null ? null : after.value())
        .param("from", window.from().toEpochMilli())
        .param("to", window.to().toEpochMilli())
        .param("limit", limit)
        .query(SqliteBillablePlates::plate)
        .list();
  }

  @Override
  public void settle(ExportWindow window, long rows) {
    jdbc.sql(
            """
            UPDATE export_window SET settled_rows = :rows
            WHERE to_at = :to AND from_at = :from AND settled_rows IS NULL
            """)
        .param("rows", rows)
        .param("to", window.to().toEpochMilli())
        .param("from", window.from().toEpochMilli())
        .update();
  }

  private Optional<Long> millis(String query) {
    return jdbc.sql(query)
        .query((row, n) -> row.getObject(1) == null ? -1L : row.getLong(1))
        .optional()
        .filter(at -> at >= 0);
  }

  private static BillablePlate plate(ResultSet row, int number) throws SQLException {
    return new BillablePlate(
        new PassageId(row.getString(2)),
        new BoothId(row.getString(4)),
        Instant.ofEpochMilli(row.getLong(5)),
        new LicensePlate(row.getString(6)),
        Jurisdiction.valueOf(row.getString(7)),
        new Confidence(row.getDouble(8)),
        PlateAccepted.Source.valueOf(row.getString(9)));
  }
}
