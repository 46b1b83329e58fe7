package com.contoso.tollbooth.azure.usage;

import com.contoso.tollbooth.azure.items.Items;
import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.UsageMonth;
import com.contoso.tollbooth.usage.ledger.DayOutcome;
import com.contoso.tollbooth.usage.ledger.DayOutcome.Kind;
import com.contoso.tollbooth.usage.ledger.DayRevision;
import com.contoso.tollbooth.usage.ledger.DaySheets;
import com.contoso.tollbooth.usage.ledger.LedgerDay;
import com.contoso.tollbooth.usage.ledger.LedgerMonth;
import com.contoso.tollbooth.usage.ledger.Restatement;
import com.contoso.tollbooth.usage.ledger.UsageLedger;
import java.io.IOException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** The usage ledger in container {@code DetailedUsageData}, as its package describes. */
public final class CosmosUsageLedger implements UsageLedger {
  /** Two workers at one day go on with each other's work; one of them ends it. */
  private static final int ATTEMPTS = 12;

  private final UsageStore store;
  private final Items ledger;
  private final MonthItems months;
  private final InstantSource clock;
  private final Duration longestRead;

  /**
   * @param longestRead how long one may take to read a day, as {@link UsageLedgerSettings} tells
   */
  public CosmosUsageLedger(UsageStore store, InstantSource clock, Duration longestRead) {
    this.store = store;
    ledger = store.ledger();
    months = new MonthItems(ledger);
    this.clock = clock;
    this.longestRead = longestRead;
  }

  @Override
  public Optional<LedgerDay> day(EnrollmentNumber enrollment, LocalDate day) {
    return DayHead.read(ledger, enrollment, day).flatMap(DayHead::ledgerDay);
  }

  @Override
  public List<LedgerDay> days(EnrollmentNumber enrollment, YearMonth month) {
    var days = new ArrayList<LedgerDay>();
    ledger.each(
        LedgerNames.month(enrollment, month),
        "SELECT * FROM c WHERE c.id > @from AND c.id < @to",
        Map.of("from", "day:", "to", "day;"),
        item -> new DayHead(item).ledgerDay().ifPresent(days::add));
    days.sort(Comparator.comparing(LedgerDay::day));
    return days;
  }

  @Override
  public DayOutcome apply(DayRevision revision) throws IOException {
    DayFile file = revision.file();
    DaySheets sheets = null;
    for (int attempt = 1; attempt <= ATTEMPTS; attempt++) {
      Optional<DayHead> known = DayHead.read(ledger, file.fetch().enrollment(), file.day());
      if (known.isPresent() && known.get().isBeyond(file.fetch().run())) {
        return new DayOutcome(Kind.SUPERSEDED, file.totals().lines(), 0, 0);
      }
      if (sheets == null) {
        sheets = DaySheets.read(revision);
      }
      DayOutcome outcome = attempt(revision, sheets, known.orElseGet(() -> first(file)));
      if (outcome != null) {
        return outcome;
      }
      pause(attempt);
    }
    throw new IOException("others are at " + file.day() + " of " + file.fetch().enrollment());
  }

  private DayHead first(DayFile file) {
    months.register(new UsageMonth(file.fetch().enrollment(), YearMonth.from(file.day())));
    return DayHead.beginning(file.fetch().enrollment(), file.day());
  }

  private @Nullable DayOutcome attempt(DayRevision revision, DaySheets sheets, DayHead head)
      throws IOException {
    RunId run = revision.file().fetch().run();
    if (head.holds(sheets.digest().toString())) {
      if (head.isOf(run)) {
        return new DayOutcome(Kind.REPEATED, sheets.lines(), 0, 0);
      }
      boolean kept = head.of(run).keep(ledger).isPresent();
      return kept ? new DayOutcome(Kind.UNCHANGED, sheets.lines(), 0, 0) : null;
    }
    try {
      return new DayPosting(store, revision, sheets, head, clock, longestRead).post();
    } catch (Overtaken e) {
      return null;
    }
  }

  private static void pause(int attempt) {
    try {
      Thread.sleep(ThreadLocalRandom.current().nextLong(20L << attempt));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while another worker is at the day", e);
    }
  }

  @Override
  public List<LedgerMonth> months() {
    return months.all().stream().map(months::state).flatMap(Optional::stream).toList();
  }

  @Override
  public Optional<LedgerMonth> month(EnrollmentNumber enrollment, YearMonth month) {
    return months.state(new UsageMonth(enrollment, month));
  }

  @Override
  public void settle(LedgerMonth month) {
    months.advance(month);
  }

  @Override
  public List<Restatement> restatements(EnrollmentNumber enrollment, YearMonth month) {
    return new RestatementItems(ledger).of(new UsageMonth(enrollment, month));
  }
}
