package com.contoso.tollbooth.usage.focus;

import com.contoso.tollbooth.usage.LedgerLine;
import com.contoso.tollbooth.usage.UsageLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A line of the ledger as FOCUS sees it.
 *
 * @param account what the enrollment is called; {@code null} if it has no name
 */
public record FocusRow(LedgerLine entry, @Nullable String account) {
  /** A {@link String}, {@link BigDecimal} or {@link Instant} after the column's type. */
  public @Nullable Object value(FocusColumn column) {
    return column.value(this);
  }

  UsageLine line() {
    return entry.line();
  }

  BigDecimal cost() {
    return entry.cost().amount();
  }

  String currency() {
    String currency = entry.cost().currency();
    return currency.isBlank() ? FocusColumn.NO_CURRENCY : currency;
  }

  ChargeKind kind() {
    return ChargeKind.of(line().further());
  }

  MeterUnit unit() {
    return MeterUnit.of(line().meter().unit());
  }

  Instant billingStart() {
    return start(YearMonth.from(line().date()).atDay(1));
  }

  Instant billingEnd() {
    return start(YearMonth.from(line().date()).plusMonths(1).atDay(1));
  }

  static Instant start(LocalDate day) {
    return day.atStartOfDay(ZoneOffset.UTC).toInstant();
  }

  String serviceName() {
    String category = line().meter().category();
    return category.isBlank() ? "Unknown" : category;
  }

  /** FOCUS wants one for each usage; a report that leaves the meter id out still names a meter. */
  String sku() {
    var meter = line().meter();
    return meter.id().isBlank()
        ? String.join("/", serviceName(), meter.subCategory(), meter.name())
        : meter.id();
  }
}
