package com.contoso.tollbooth.usage.focus;

import com.contoso.tollbooth.usage.LedgerLine;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.UsageLine;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A line of the ledger as FOCUS sees it. */
public final class FocusRow {
  private final LedgerLine entry;
  private final @Nullable String account;
  private final ChargeKind kind;
  private final MeterUnit unit;
  private final Set<RunId> restating;

  /** Of a month that was not restated. */
  public FocusRow(LedgerLine entry, @Nullable String account) {
    this(entry, account, Set.of());
  }

  /**
   * Of any month.
   *
   * @param account what the enrollment is called; {@code null} if it has no name
   * @param restating the runs that changed the month after it was closed
   */
  public FocusRow(LedgerLine entry, @Nullable String account, Set<RunId> restating) {
    this.entry = entry;
    this.account = account;
    this.restating = restating;
    this.kind = ChargeKind.of(entry.line().further());
    this.unit = MeterUnit.of(entry.line().meter().unit());
  }

  /** A {@link String}, {@link BigDecimal} or {@link Instant} after the column's type. */
  public @Nullable Object value(FocusColumn column) {
    return column.value(this);
  }

  LedgerLine entry() {
    return entry;
  }

  @Nullable String account() {
    return account;
  }

  UsageLine line() {
    return entry.line();
  }

  @Nullable String chargeClass() {
    return restating.contains(entry.run()) ? FocusValues.CORRECTION : null;
  }

  BigDecimal cost() {
    return entry.cost().amount();
  }

  String currency() {
    String currency = entry.cost().currency();
    return currency.isBlank() ? FocusColumn.NO_CURRENCY : currency;
  }

  ChargeKind kind() {
    return kind;
  }

  MeterUnit unit() {
    return unit;
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
