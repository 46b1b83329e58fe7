package com.contoso.tollbooth.api;

import com.contoso.tollbooth.usage.Cost;
import com.contoso.tollbooth.usage.DayLines;
import com.contoso.tollbooth.usage.Dimensions;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.LedgerLine;
import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.LedgerScope;
import com.contoso.tollbooth.usage.LineId;
import com.contoso.tollbooth.usage.LinePage;
import com.contoso.tollbooth.usage.LineQuery;
import com.contoso.tollbooth.usage.Rollup;
import com.contoso.tollbooth.usage.UsageLine;
import com.contoso.tollbooth.usage.UsageMonth;
import com.contoso.tollbooth.usage.finance.ListedLedger;
import com.contoso.tollbooth.usage.ledger.DayOutcome;
import com.contoso.tollbooth.usage.ledger.DayRevision;
import com.contoso.tollbooth.usage.ledger.LedgerDay;
import com.contoso.tollbooth.usage.ledger.LedgerMonth;
import com.contoso.tollbooth.usage.ledger.Restatement;
import com.contoso.tollbooth.usage.ledger.UsageLedger;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;

/** A ledger in memory, for what is read from it: it applies each day as it comes. */
public final class MemoryLedger implements UsageLedger, LedgerReader {
  private final Map<String, List<LedgerLine>> days = new TreeMap<>();
  private final Map<UsageMonth, LedgerMonth> months = new java.util.HashMap<>();
  private final List<Restatement> restatements = new ArrayList<>();
  private ListedLedger listed = new ListedLedger(List.of());

  @Override
  public DayOutcome apply(DayRevision revision) throws IOException {
    EnrollmentNumber enrollment = revision.file().fetch().enrollment();
    var lines = new ArrayList<LedgerLine>();
    DayLines source = revision.lines();
    source.forEach(line -> lines.add(entry(enrollment, line, lines.size(), revision)));
    days.put(enrollment + "/" + revision.file().day(), lines);
    listed = new ListedLedger(days.values().stream().flatMap(List::stream).toList());
    return new DayOutcome(DayOutcome.Kind.APPLIED, lines.size(), lines.size(), 0);
  }

  private static LedgerLine entry(
      EnrollmentNumber enrollment, UsageLine line, int number, DayRevision revision) {
    BigDecimal cost = line.charge().cost();
    return new LedgerLine(
        enrollment,
        new LineId("%s-%06d".formatted(enrollment, number)),
        line,
        cost == null
            ? new Cost(BigDecimal.ZERO, line.charge().currency(), Cost.Basis.UNRATED)
            : new Cost(cost, line.charge().currency(), Cost.Basis.REPORTED),
        revision.file().fetch().run());
  }

  /** Keeps a restatement as if a day had been applied to a closed month. */
  public void restate(Restatement restatement) {
    restatements.addFirst(restatement);
  }

  @Override
  public Optional<LedgerDay> day(EnrollmentNumber enrollment, LocalDate day) {
    throw new UnsupportedOperationException("the API does not ask");
  }

  @Override
  public List<LedgerDay> days(EnrollmentNumber enrollment, YearMonth month) {
    throw new UnsupportedOperationException("the API does not ask");
  }

  @Override
  public List<LedgerMonth> months() {
    return months.values().stream()
        .sorted(
            Comparator.comparing(LedgerMonth::month)
                .reversed()
                .thenComparing(LedgerMonth::enrollment))
        .toList();
  }

  @Override
  public Optional<LedgerMonth> month(EnrollmentNumber enrollment, YearMonth month) {
    return Optional.ofNullable(months.get(new UsageMonth(enrollment, month)));
  }

  @Override
  public void settle(LedgerMonth month) {
    months.put(new UsageMonth(month.enrollment(), month.month()), month);
  }

  @Override
  public List<Restatement> restatements(EnrollmentNumber enrollment, YearMonth month) {
    return restatements.stream()
        .filter(each -> each.enrollment().equals(enrollment) && each.month().equals(month))
        .toList();
  }

  @Override
  public void rollups(LedgerScope scope, Consumer<Rollup> each) {
    listed.rollups(scope, each);
  }

  @Override
  public void lines(LedgerScope scope, Consumer<LedgerLine> each) {
    listed.lines(scope, each);
  }

  @Override
  public LinePage page(LineQuery query) {
    var all = new ArrayList<LedgerLine>();
    listed.lines(query.scope(), all::add);
    int start = query.after() == null ? 0 : Integer.parseInt(query.after());
    List<LedgerLine> found =
        all.stream()
            .filter(
                line ->
                    query.means(Dimensions.of(line.enrollment(), line.line()), line.cost().basis()))
            .toList();
    int end = Math.min(found.size(), start + query.limit());
    return new LinePage(
        found.subList(Math.min(start, end), end),
        end < found.size() ? Integer.toString(end) : null);
  }
}
