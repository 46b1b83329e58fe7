package com.contoso.tollbooth.azure.usage;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.azure.items.Items;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.LedgerLine;
import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.LedgerScope;
import com.contoso.tollbooth.usage.LinePage;
import com.contoso.tollbooth.usage.LineQuery;
import com.contoso.tollbooth.usage.Rollup;
import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.UsageMonth;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads the ledger day by day, each day as it was committed when the day was begun to be read. */
public final class CosmosLedgerReader implements LedgerReader {
  /** Rollups that are gone were replaced; their day is read again. */
  private static final int READINGS = 10;

  private final Items ledger;

  public CosmosLedgerReader(UsageStore store) {
    ledger = store.ledgerReads();
  }

  @Override
  public void rollups(LedgerScope scope, Consumer<Rollup> each) {
    List<UsageMonth> months = months(scope);
    for (LocalDate day = scope.from(); !day.isAfter(scope.to()); day = day.plusDays(1)) {
      for (EnrollmentNumber enrollment : enrollments(months, day)) {
        rollups(scope, enrollment, day).forEach(each);
      }
    }
  }

  private List<Rollup> rollups(LedgerScope scope, EnrollmentNumber enrollment, LocalDate day) {
    for (int reading = 0; reading < READINGS; reading++) {
      Optional<List<Rollup>> found =
          DayHead.read(ledger, enrollment, day)
              .map(head -> rollups(scope, head))
              .orElseGet(() -> Optional.of(List.of()));
      if (found.isPresent()) {
        return found.get();
      }
    }
    throw new IllegalStateException(day + " of " + enrollment + " changes all the time");
  }

  /** Empty if some are gone. */
  private Optional<List<Rollup>> rollups(LedgerScope scope, DayHead head) {
    var rollups = new ArrayList<Rollup>();
    for (var sheet : head.sheets().entrySet()) {
      if (scope.rights().sees(sheet.getKey())) {
        Optional<RollupSums> sums = sums(head, sheet.getKey(), sheet.getValue());
        if (sums.isEmpty()) {
          return Optional.empty();
        }
        rollups.addAll(sums.get().rollups(head.day(), head.enrollment(), sheet.getKey()));
      }
    }
    return Optional.of(rollups);
  }

  private Optional<RollupSums> sums(
      DayHead head, SubscriptionId subscription, DayHead.Sheet sheet) {
    var sums = new RollupSums();
    for (int number = 0; number < sheet.chunks(); number++) {
      Optional<Item> chunk =
          ledger.read(
              LedgerNames.rollup(head.day(), subscription, sheet.generation(), number),
              head.item().text(LedgerNames.PARTITION));
      if (chunk.isEmpty()) {
        return Optional.empty();
      }
      Chunks.elements(chunk.get()).forEach(sums::addSum);
    }
    return Optional.of(sums);
  }

  @Override
  public void lines(LedgerScope scope, Consumer<LedgerLine> each) {
    List<UsageMonth> months = months(scope);
    SheetLines lines = SheetLines.all(ledger);
    for (LocalDate day = scope.from(); !day.isAfter(scope.to()); day = day.plusDays(1)) {
      sheets(scope, months, day)
          .forEach((sheet, head) -> lines.each(sheet, head.generation(), each));
    }
  }

  @Override
  public LinePage page(LineQuery query) {
    PageCursor cursor = PageCursor.parse(query.after());
    List<UsageMonth> months = months(query.scope());
    SheetLines lines = SheetLines.of(ledger, query);
    List<LedgerLine> found = new ArrayList<>();
    LocalDate day = first(query.scope().from(), cursor);
    for (; !day.isAfter(query.scope().to()); day = day.plusDays(1)) {
      for (var sheet : sheets(query.scope(), months, day).entrySet()) {
        if (isAsked(query, lines, cursor, sheet.getKey(), sheet.getValue())) {
          found.addAll(
              lines.after(
                  sheet.getKey(),
                  sheet.getValue().generation(),
                  cursor != null && cursor.sheet().equals(sheet.getKey()) ? cursor.line() : null,
                  query.limit() + 1 - found.size()));
          if (found.size() > query.limit()) {
            List<LedgerLine> page = found.subList(0, query.limit());
            return new LinePage(page, PageCursor.after(page.getLast()).toString());
          }
        }
      }
    }
    return new LinePage(found, null);
  }

  private static LocalDate first(LocalDate from, @Nullable PageCursor cursor) {
    return cursor == null || cursor.sheet().day().isBefore(from) ? from : cursor.sheet().day();
  }

  /** Rollups know each element a query asks by, so most sheets that have no such line are left. */
  private boolean isAsked(
      LineQuery query,
      SheetLines lines,
      @Nullable PageCursor cursor,
      SheetName name,
      DayHead head) {
    if (cursor != null && name.compareTo(cursor.sheet()) < 0) {
      return false;
    }
    if (query.subscription() != null && !query.subscription().equals(name.subscription())) {
      return false;
    }
    DayHead.Sheet sheet = head.sheets().get(name.subscription());
    return lines.wantsAll()
        || sheet == null
        || sums(head, name.subscription(), sheet).map(sums -> sums.has(lines::fits)).orElse(true);
  }

  /** In order, those that the scope's rights let see. */
  private Map<SheetName, DayHead> sheets(
      LedgerScope scope, List<UsageMonth> months, LocalDate day) {
    var sheets = new TreeMap<SheetName, DayHead>();
    for (EnrollmentNumber enrollment : enrollments(months, day)) {
      DayHead.read(ledger, enrollment, day)
          .ifPresent(
              head ->
                  head.sheets()
                      .forEach(
                          (subscription, sheet) -> {
                            if (scope.rights().sees(subscription) && sheet.totals().lines() > 0) {
                              sheets.put(new SheetName(day, subscription, enrollment), head);
                            }
                          }));
    }
    return sheets;
  }

  private List<UsageMonth> months(LedgerScope scope) {
    return new MonthItems(ledger)
        .all().stream()
            .filter(
                each ->
                    scope.enrollments().isEmpty()
                        || scope.enrollments().contains(each.enrollment()))
            .toList();
  }

  private static List<EnrollmentNumber> enrollments(List<UsageMonth> months, LocalDate day) {
    return months.stream()
        .filter(each -> each.month().equals(YearMonth.from(day)))
        .map(UsageMonth::enrollment)
        .toList();
  }
}
