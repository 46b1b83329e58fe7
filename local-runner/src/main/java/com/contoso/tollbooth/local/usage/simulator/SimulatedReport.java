package com.contoso.tollbooth.local.usage.simulator;

import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.Totals;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import java.util.TreeMap;

/** A month of an enrollment as it is reported on a certain day: its lines, in places. */
final class SimulatedReport {
  private final SimulatedEnrollment enrollment;
  private final YearMonth month;
  private final LocalDate asOf;
  private final Landscape landscape;
  private final Days days;

  SimulatedReport(SimulatedEnrollment enrollment, YearMonth month, LocalDate asOf) {
    this.enrollment = enrollment;
    this.month = month;
    this.asOf = asOf;
    this.landscape = new Landscape(enrollment);
    this.days = new Days(enrollment, landscape, month, asOf);
  }

  /** Takes line after line. */
  @FunctionalInterface
  interface Lines {
    void take(SimulatedLine line) throws IOException;
  }

  YearMonth month() {
    return month;
  }

  LocalDate asOf() {
    return asOf;
  }

  SimulatedEnrollment enrollment() {
    return enrollment;
  }

  /** The resources' first, then one for each purchase. */
  long places() {
    return days.places() + enrollment.purchases().size();
  }

  /** Whether there is nothing to report yet. */
  boolean isEmpty() {
    return month.atDay(1).isAfter(asOf);
  }

  /** The lines of places one after another, until enough were taken; says where to go on. */
  long lines(long from, long to, long enough, Lines lines) throws IOException {
    var passing = new Passing(lines);
    long place = from;
    while (place < to && passing.taken < enough) {
      if (place < days.places()) {
        days.visit(place, passing);
      } else {
        passing.purchase(purchase(place));
      }
      place++;
    }
    return place;
  }

  /** How many lines there are in places. */
  long count(long from, long to) {
    long[] count = new long[1];
    for (long place = from; place < to; place++) {
      if (place < days.places()) {
        days.visit(place, (resource, meter, day, units, further) -> count[0]++);
      } else if (isReported(purchase(place))) {
        count[0]++;
      }
    }
    return count[0];
  }

  private Purchase purchase(long place) {
    return enrollment.purchases().get((int) (place - days.places()));
  }

  private boolean isReported(Purchase purchase) {
    return !month.atDay(purchase.day()).isAfter(asOf);
  }

  Map<SubscriptionId, Map<LocalDate, Totals>> truth() {
    var truth = new TreeMap<SubscriptionId, Map<LocalDate, Totals>>();
    for (long place = 0; place < days.places(); place++) {
      days.visit(
          place,
          (resource, meter, day, units, further) -> {
            BigDecimal quantity = SimulatedLine.quantity(units, further);
            BigDecimal cost = quantity.multiply(Meter.ALL.get(meter).price());
            truth
                .computeIfAbsent(
                    landscape.subscription(landscape.subscriptionOf(resource)),
                    subscription -> new TreeMap<>())
                .merge(month.atDay(day), new Totals(1, quantity, cost), Totals::plus);
          });
    }
    enrollment.purchases().stream()
        .filter(this::isReported)
        .forEach(
            each ->
                truth
                    .computeIfAbsent(SubscriptionId.NONE, none -> new TreeMap<>())
                    .merge(
                        month.atDay(each.day()),
                        new Totals(1, each.quantity(), each.cost()),
                        Totals::plus));
    return truth;
  }

  private final class Passing implements Days.Visitor<IOException> {
    private final Lines lines;
    private long taken;
    private Landscape.Resource resource = landscape.resource(0);

    Passing(Lines lines) {
      this.lines = lines;
    }

    @Override
    public void line(int number, int meter, int day, long units, long further) throws IOException {
      if (resource.number() != number) {
        resource = landscape.resource(number);
      }
      taken++;
      lines.take(
          new SimulatedLine(
              enrollment,
              resource,
              landscape.subscriptionGuid(resource.subscription()),
              Meter.ALL.get(meter),
              month.atDay(day),
              SimulatedLine.quantity(units, further),
              SimulatedLine.Sale.USAGE));
    }

    void purchase(Purchase purchase) throws IOException {
      if (isReported(purchase)) {
        taken++;
        lines.take(SimulatedLine.of(enrollment, purchase, month.atDay(purchase.day())));
      }
    }
  }
}
