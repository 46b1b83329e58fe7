package com.contoso.tollbooth.azure.usage;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.azure.items.Items;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.LedgerLine;
import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.LedgerScope;
import com.contoso.tollbooth.usage.LineId;
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
    for (LocalDate day = scope.from(); !day.isAfter(scope.to()); day = day.plusDays(1)) {
      sheets(scope, months, day)
          .forEach((sheet, head) -> SheetLines.all(ledger, sheet, head.generation()).each(each));
    }
  }

  @Override
  public LinePage page(LineQuery query) {
    PageCursor cursor = PageCursor.parse(query.after());
    List<UsageMonth> months = months(query.scope());
    List<LedgerLine> found = new ArrayList<>();
    LocalDate day = first(query.scope().from(), cursor);
    for (; !day.isAfter(query.scope().to()); day = day.plusDays(1)) {
      for (var sheet : sheets(query.scope(), months, day).entrySet()) {
        if (cursor == null || sheet.getKey().compareTo(cursor.sheet()) >= 0) {
          LineId after =
              cursor != null && cursor.sheet().equals(sheet.getKey()) ? cursor.line() : null;
          found.addAll(
              lines(query, sheet.getKey(), sheet.getValue())
                  .map(lines -> lines.after(after, query.limit() + 1 - found.size()))
                  .orElse(List.of()));
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

  /** Rollups know all that a query asks by, so most sheets that have no such line are left. */
  private Optional<SheetLines> lines(LineQuery query, SheetName name, DayHead head) {
    if (query.meansAll()) {
      return Optional.of(SheetLines.all(ledger, name, head.generation()));
    }
    DayHead.Sheet sheet = head.sheets().get(name.subscription());
    RollupSums sums = sheet == null ? null : sums(head, name.subscription(), sheet).orElse(null);
    boolean none =
        sums != null && sums.dimensions().noneMatch(each -> SheetLines.means(query, name, each));
    return none
        ? Optional.empty()
        : Optional.of(SheetLines.of(ledger, name, head.generation(), query, sums));
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
