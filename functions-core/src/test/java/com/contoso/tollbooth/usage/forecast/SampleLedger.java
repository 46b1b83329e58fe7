package com.contoso.tollbooth.usage.forecast;

import com.contoso.tollbooth.usage.Dimensions;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.LedgerLine;
import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.LedgerScope;
import com.contoso.tollbooth.usage.LinePage;
import com.contoso.tollbooth.usage.LineQuery;
import com.contoso.tollbooth.usage.Rollup;
import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.UsageLine;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/** A ledger of rollups that a test puts in. */
final class SampleLedger implements LedgerReader {
  static final EnrollmentNumber ENROLLMENT = new EnrollmentNumber("100");
  static final SubscriptionId PRODUCTION = new SubscriptionId("prod");

  private final List<Rollup> rollups = new ArrayList<>();

  /** A cost for each day from one to another, both included. */
  SampleLedger put(
      SubscriptionId subscription,
      String currency,
      LocalDate from,
      LocalDate to,
      Function<LocalDate, String> cost) {
    from.datesUntil(to.plusDays(1))
        .forEach(day -> put(ENROLLMENT, subscription, currency, day, cost.apply(day)));
    return this;
  }

  SampleLedger put(
      EnrollmentNumber enrollment,
      SubscriptionId subscription,
      String currency,
      LocalDate day,
      String cost) {
    Dimensions dimensions =
        new Dimensions(
            enrollment,
            subscription,
            "Contoso " + subscription,
            new UsageLine.Owner("", "", ""),
            "group",
            "Storage",
            Map.of());
    rollups.add(new Rollup(day, dimensions, currency, 1, 0, new BigDecimal(cost)));
    return this;
  }

  @Override
  public void rollups(LedgerScope scope, Consumer<Rollup> each) {
    rollups.stream()
        .filter(rollup -> scope.rights().sees(rollup.dimensions().subscription()))
        .filter(
            rollup ->
                scope.enrollments().isEmpty()
                    || scope.enrollments().contains(rollup.dimensions().enrollment()))
        .filter(rollup -> !rollup.day().isBefore(scope.from()) && !rollup.day().isAfter(scope.to()))
        .sorted(Comparator.comparing(Rollup::day))
        .forEach(each);
  }

  @Override
  public void lines(LedgerScope scope, Consumer<LedgerLine> each) {
    throw new UnsupportedOperationException();
  }

  @Override
  public LinePage page(LineQuery query) {
    throw new UnsupportedOperationException();
  }
}
