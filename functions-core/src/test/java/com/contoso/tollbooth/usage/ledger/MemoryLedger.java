package com.contoso.tollbooth.usage.ledger;

import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.UsageDay;
import com.contoso.tollbooth.usage.UsageMonth;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A ledger for tests of what is around it: it tells what changed by the whole day alone. */
public final class MemoryLedger implements UsageLedger {
  private final Map<UsageDay, Day> days = new HashMap<>();
  private final Map<UsageMonth, LedgerMonth> months = new HashMap<>();
  private final Map<UsageMonth, TreeMap<RunId, RestatementTally>> restatements = new HashMap<>();
  private final Set<LocalDate> failing = new HashSet<>();

  private record Day(RunId run, List<String> lines, BigDecimal cost) {}

  /** From now on this day cannot be applied. */
  public void failOn(LocalDate day) {
    failing.add(day);
  }

  /** Whatever could not be applied can be. */
  public void failNoMore() {
    failing.clear();
  }

  @Override
  public DayOutcome apply(DayRevision revision) throws IOException {
    DayFile file = revision.file();
    List<String> lines = new ArrayList<>();
    List<BigDecimal> costs = new ArrayList<>();
    revision
        .lines()
        .forEach(
            line -> {
              lines.add(line.toString());
              costs.add(Optional.ofNullable(line.charge().cost()).orElse(BigDecimal.ZERO));
            });
    lines.sort(null);
    if (failing.contains(file.day())) {
      throw new IOException("the ledger cannot be reached");
    }
    var after =
        new Day(file.fetch().run(), lines, costs.stream().reduce(BigDecimal.ZERO, BigDecimal::add));
    return apply(file, after);
  }

  private DayOutcome apply(DayFile file, Day after) {
    var key = new UsageDay(file.fetch().enrollment(), file.day());
    Day before = days.get(key);
    int newer = before == null ? -1 : before.run().compareTo(after.run());
    long lines = after.lines().size();
    if (newer > 0) {
      return new DayOutcome(DayOutcome.Kind.SUPERSEDED, lines, 0, 0);
    }
    days.put(key, after);
    if (before != null && before.lines().equals(after.lines())) {
      return new DayOutcome(
          newer == 0 ? DayOutcome.Kind.REPEATED : DayOutcome.Kind.UNCHANGED, lines, 0, 0);
    }
    if (before != null || lines > 0) {
      restate(new UsageMonth(file.fetch().enrollment(), file.fetch().month()), before, after);
    }
    return new DayOutcome(DayOutcome.Kind.APPLIED, lines, lines, 0);
  }

  private void restate(UsageMonth of, @Nullable Day before, Day after) {
    LedgerMonth month = months.get(of);
    if (month == null || month.state().compareTo(MonthState.CLOSED) < 0) {
      return;
    }
    settle(new LedgerMonth(of.enrollment(), of.month(), MonthState.RESTATED, month.since()));
    restatements
        .computeIfAbsent(of, each -> new TreeMap<>(Comparator.reverseOrder()))
        .computeIfAbsent(after.run(), run -> new RestatementTally())
        .add(
            new Restatement.Difference(
                new SubscriptionId("sub-1"),
                "m-1",
                "Compute Hours",
                "",
                "EUR",
                0,
                after.lines().size(),
                0,
                before == null ? BigDecimal.ZERO : before.cost(),
                after.cost()));
  }

  @Override
  public Optional<LedgerDay> day(EnrollmentNumber enrollment, LocalDate day) {
    throw new UnsupportedOperationException("nobody asks for days here");
  }

  @Override
  public List<LedgerDay> days(EnrollmentNumber enrollment, YearMonth month) {
    throw new UnsupportedOperationException("nobody asks for days here");
  }

  /** What a day costs. */
  public BigDecimal cost(EnrollmentNumber enrollment, LocalDate day) {
    return days.get(new UsageDay(enrollment, day)).cost();
  }

  @Override
  public List<LedgerMonth> months() {
    return months.values().stream()
        .sorted(Comparator.comparing(LedgerMonth::month).reversed())
        .toList();
  }

  @Override
  public Optional<LedgerMonth> month(EnrollmentNumber enrollment, YearMonth month) {
    return Optional.ofNullable(months.get(new UsageMonth(enrollment, month)));
  }

  @Override
  public void settle(LedgerMonth month) {
    months.merge(
        new UsageMonth(month.enrollment(), month.month()),
        month,
        (was, is) -> is.state().compareTo(was.state()) > 0 ? is : was);
  }

  @Override
  public List<Restatement> restatements(EnrollmentNumber enrollment, YearMonth month) {
    return restatements
        .getOrDefault(new UsageMonth(enrollment, month), new TreeMap<>())
        .entrySet()
        .stream()
        .map(
            each ->
                new Restatement(
                    enrollment, month, each.getKey(), Instant.EPOCH, each.getValue().differences()))
        .toList();
  }
}
