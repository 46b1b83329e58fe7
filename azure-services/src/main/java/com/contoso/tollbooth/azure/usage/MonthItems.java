package com.contoso.tollbooth.azure.usage;

import static java.util.Comparator.comparing;

import com.contoso.tollbooth.azure.items.Item;
import com.contoso.tollbooth.azure.items.Items;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.UsageMonth;
import com.contoso.tollbooth.usage.ledger.LedgerMonth;
import com.contoso.tollbooth.usage.ledger.MonthState;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The items of months: a list of all in one partition, and the state of each in its own. */
record MonthItems(Items ledger) {
  private static final Comparator<UsageMonth> NEWEST_FIRST =
      comparing(UsageMonth::month).reversed().thenComparing(UsageMonth::enrollment);

  /** Lists it from now on. */
  void register(UsageMonth month) {
    var unused =
        ledger.create(
            Item.named(LedgerNames.month(month.enrollment(), month.month()))
                .with(LedgerNames.PARTITION, LedgerNames.MONTHS)
                .with("enrollment", month.enrollment().value())
                .with("month", month.month().toString()),
            LedgerNames.MONTHS);
  }

  List<UsageMonth> all() {
    return ledger.partition(LedgerNames.MONTHS).stream()
        .map(
            item ->
                new UsageMonth(
                    new EnrollmentNumber(item.text("enrollment")),
                    YearMonth.parse(item.text("month"))))
        .sorted(NEWEST_FIRST)
        .toList();
  }

  /** Its state as an item. */
  Optional<Item> find(UsageMonth month) {
    return ledger.read(LedgerNames.MONTH, partition(month));
  }

  Optional<LedgerMonth> state(UsageMonth month) {
    return find(month)
        .map(
            item ->
                new LedgerMonth(
                    month.enrollment(),
                    month.month(),
                    MonthState.valueOf(item.text("state")),
                    Instant.parse(item.text("since"))));
  }

  void advance(LedgerMonth to) {
    var month = new UsageMonth(to.enrollment(), to.month());
    boolean kept = false;
    while (!kept) {
      Optional<Item> known = find(month);
      if (known.isEmpty()) {
        register(month);
        kept = ledger.create(item(empty(month), to), partition(month)).isPresent();
      } else if (MonthState.valueOf(known.get().text("state")).compareTo(to.state()) < 0) {
        kept = ledger.replace(item(known.get(), to), partition(month)).isPresent();
      } else {
        return;
      }
    }
  }

  static Item item(Item known, LedgerMonth month) {
    return known.with("state", month.state().name()).with("since", month.since().toString());
  }

  private static Item empty(UsageMonth month) {
    return Item.named(LedgerNames.MONTH).with(LedgerNames.PARTITION, partition(month));
  }

  private static String partition(UsageMonth month) {
    return LedgerNames.month(month.enrollment(), month.month());
  }

  static boolean isClosed(Item month) {
    return switch (MonthState.valueOf(month.text("state"))) {
      case OPEN, SETTLING -> false;
      case CLOSED, RESTATED -> true;
    };
  }
}
