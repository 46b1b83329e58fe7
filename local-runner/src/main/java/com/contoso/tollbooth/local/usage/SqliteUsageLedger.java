package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.ledger.DayChange;
import com.contoso.tollbooth.usage.ledger.DayOutcome;
import com.contoso.tollbooth.usage.ledger.DayOutcome.Kind;
import com.contoso.tollbooth.usage.ledger.DayRevision;
import com.contoso.tollbooth.usage.ledger.DaySheets;
import com.contoso.tollbooth.usage.ledger.LedgerDay;
import com.contoso.tollbooth.usage.ledger.LedgerMonth;
import com.contoso.tollbooth.usage.ledger.MonthState;
import com.contoso.tollbooth.usage.ledger.Restatement;
import com.contoso.tollbooth.usage.ledger.RestatementTally;
import com.contoso.tollbooth.usage.ledger.UsageLedger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/**
 * The usage ledger as tables: a day is one transaction, and a sheet that did not change is left.
 */
public final class SqliteUsageLedger implements UsageLedger {
  private final UsageDatabase database;
  private final InstantSource clock;

  SqliteUsageLedger(UsageDatabase database, InstantSource clock) {
    this.database = database;
    this.clock = clock;
  }

  @Override
  public Optional<LedgerDay> day(EnrollmentNumber enrollment, LocalDate day) {
    return database.read(jdbc -> LedgerRows.days(jdbc, enrollment, day, day)).stream().findFirst();
  }

  @Override
  public List<LedgerDay> days(EnrollmentNumber enrollment, YearMonth month) {
    return database.read(
        jdbc -> LedgerRows.days(jdbc, enrollment, month.atDay(1), month.atEndOfMonth()));
  }

  @Override
  public DayOutcome apply(DayRevision revision) throws IOException {
    DayFile file = revision.file();
    Optional<LedgerDay> head = day(file.fetch().enrollment(), file.day());
    if (head.isPresent() && head.get().run().compareTo(file.fetch().run()) > 0) {
      return new DayOutcome(Kind.SUPERSEDED, file.totals().lines(), 0, 0);
    }
    DaySheets sheets = DaySheets.read(revision);
    try {
      return database.write(connection -> apply(connection, revision, sheets));
    } catch (UncheckedIOException e) {
      throw e.getCause();
    }
  }

  private DayOutcome apply(Connection connection, DayRevision revision, DaySheets sheets)
      throws SQLException {
    JdbcClient jdbc = client(connection);
    Fetch fetch = revision.file().fetch();
    LocalDate day = revision.file().day();
    LedgerDay head =
        LedgerRows.days(jdbc, fetch.enrollment(), day, day).stream().findFirst().orElse(null);
    String digest = sheets.digest().toString();
    if (head != null && head.run().compareTo(fetch.run()) > 0) {
      return new DayOutcome(Kind.SUPERSEDED, sheets.lines(), 0, 0);
    }
    if (head != null && head.digest().equals(digest)) {
      if (head.run().equals(fetch.run())) {
        return new DayOutcome(Kind.REPEATED, sheets.lines(), 0, 0);
      }
      LedgerRows.put(
          jdbc, new LedgerDay(fetch.enrollment(), day, fetch.run(), digest, head.totals()));
      return new DayOutcome(Kind.UNCHANGED, sheets.lines(), 0, 0);
    }
    return post(connection, jdbc, revision, sheets);
  }

  private DayOutcome post(
      Connection connection, JdbcClient jdbc, DayRevision revision, DaySheets sheets)
      throws SQLException {
    DayFile file = revision.file();
    EnrollmentNumber enrollment = file.fetch().enrollment();
    Optional<LedgerMonth> month = LedgerRows.month(jdbc, enrollment, YearMonth.from(file.day()));
    boolean closed = month.filter(known -> isClosed(known.state())).isPresent();
    var tally = new RestatementTally();
    try (var posting = new DayPosting(connection, file, closed ? tally : null)) {
      long written = posting.post(sheets, new DayChange(revision, sheets));
      LedgerRows.put(
          jdbc,
          new LedgerDay(
              enrollment,
              file.day(),
              file.fetch().run(),
              sheets.digest().toString(),
              posting.totals()));
      if (closed && !tally.differences().isEmpty()) {
        restate(jdbc, file, tally);
      }
      return new DayOutcome(Kind.APPLIED, sheets.lines(), written, posting.retired());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static boolean isClosed(MonthState state) {
    return switch (state) {
      case OPEN, SETTLING -> false;
      case CLOSED, RESTATED -> true;
    };
  }

  private void restate(JdbcClient jdbc, DayFile file, RestatementTally tally) {
    EnrollmentNumber enrollment = file.fetch().enrollment();
    YearMonth month = YearMonth.from(file.day());
    RestatementRows.add(
        jdbc,
        new Restatement(
            enrollment, month, file.fetch().run(), clock.instant(), tally.differences()));
    advance(jdbc, new LedgerMonth(enrollment, month, MonthState.RESTATED, clock.instant()));
  }

  @Override
  public List<LedgerMonth> months() {
    return database.read(
        jdbc ->
            jdbc.sql("SELECT * FROM month ORDER BY month DESC, enrollment")
                .query((row, n) -> LedgerRows.month(row, n))
                .list());
  }

  @Override
  public Optional<LedgerMonth> month(EnrollmentNumber enrollment, YearMonth month) {
    return database.read(jdbc -> LedgerRows.month(jdbc, enrollment, month));
  }

  @Override
  public void settle(LedgerMonth month) {
    database.write(connection -> advance(client(connection), month));
  }

  private static boolean advance(JdbcClient jdbc, LedgerMonth month) {
    boolean further =
        LedgerRows.month(jdbc, month.enrollment(), month.month())
            .filter(known -> known.state().compareTo(month.state()) >= 0)
            .isEmpty();
    if (further) {
      LedgerRows.put(jdbc, month);
    }
    return further;
  }

  @Override
  public List<Restatement> restatements(EnrollmentNumber enrollment, YearMonth month) {
    return database.read(jdbc -> RestatementRows.newest(jdbc, enrollment, month));
  }

  private static JdbcClient client(Connection connection) {
    return JdbcClient.create(new SingleConnectionDataSource(connection, true));
  }
}
