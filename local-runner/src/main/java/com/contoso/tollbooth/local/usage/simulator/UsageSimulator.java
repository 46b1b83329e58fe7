package com.contoso.tollbooth.local.usage.simulator;

import com.contoso.tollbooth.usage.AccessKey;
import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.Totals;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;

/** Enrollments, the day it is in their world, and the whole truth about their usage. */
public final class UsageSimulator {
  private record Place(EnrollmentNumber enrollment, YearMonth month) {}

  private final Map<EnrollmentNumber, SimulatedEnrollment> enrollments = new TreeMap<>();
  private final Set<Place> poisoned = ConcurrentHashMap.newKeySet();
  private volatile LocalDate asOf;

  /**
   * @param asOf the day up to which usage is reported
   */
  public UsageSimulator(List<SimulatedEnrollment> enrollments, LocalDate asOf) {
    enrollments.forEach(each -> this.enrollments.put(each.number(), each));
    this.asOf = asOf;
  }

  /**
   * A subscription that used much more on a day.
   *
   * @param factor how many times the usual, of those of its meters that are concerned
   */
  public record Anomaly(SubscriptionId subscription, LocalDate day, double factor) {}

  public LocalDate asOf() {
    return asOf;
  }

  /** From now on it is that day. */
  public void moveTo(LocalDate day) {
    asOf = day;
  }

  /** From now on the reports of that month have lines that cannot be read. */
  public void poison(EnrollmentNumber enrollment, YearMonth month) {
    poisoned.add(new Place(enrollment, month));
  }

  /** They have none any more. */
  public void heal(EnrollmentNumber enrollment, YearMonth month) {
    poisoned.remove(new Place(enrollment, month));
  }

  boolean isPoisoned(EnrollmentNumber enrollment, YearMonth month) {
    return poisoned.contains(new Place(enrollment, month));
  }

  /** How many lines of a report cannot be read; they are not part of the truth. */
  public int unreadableLines(EnrollmentNumber enrollment, YearMonth month) {
    if (!isPoisoned(enrollment, month)) {
      return 0;
    }
    return switch (enrollment(enrollment).source()) {
      case COST_DETAILS -> Poison.CSV_LINES;
      case LEGACY_EA, CONSUMPTION_V2, CONSUMPTION_V3, FOLDER -> Poison.JSON_LINES;
    };
  }

  /** As the pipeline knows them, with keys that open their reports. */
  public List<Enrollment> enrollments() {
    return enrollments.values().stream()
        .map(
            each ->
                new Enrollment(
                    each.number(),
                    "Simulated, " + each.resources() + " resources",
                    new AccessKey.Plain(SimulatedKey.of(each)),
                    each.source(),
                    true,
                    false,
                    Map.of("currency", each.currency())))
        .toList();
  }

  SimulatedEnrollment enrollment(EnrollmentNumber number) {
    SimulatedEnrollment found = enrollments.get(number);
    if (found == null) {
      throw new IllegalArgumentException("there is no enrollment " + number);
    }
    return found;
  }

  boolean knows(EnrollmentNumber number) {
    return enrollments.containsKey(number);
  }

  SimulatedReport report(EnrollmentNumber number, YearMonth month) {
    return new SimulatedReport(enrollment(number), month, asOf);
  }

  /** What a report of that month asked for on that day holds, summed line by line. */
  public Map<SubscriptionId, Map<LocalDate, Totals>> truth(
      EnrollmentNumber number, YearMonth month, LocalDate day) {
    return new SimulatedReport(enrollment(number), month, day).truth();
  }

  /**
   * What each day costs once all of it is reported.
   *
   * @param to included
   */
  public SortedMap<LocalDate, BigDecimal> dailyCost(
      EnrollmentNumber number, LocalDate from, LocalDate to) {
    SimulatedEnrollment enrollment = enrollment(number);
    var landscape = new Landscape(enrollment);
    var costs = new TreeMap<LocalDate, BigDecimal>();
    for (var month = YearMonth.from(from);
        !month.atDay(1).isAfter(to);
        month = month.plusMonths(1)) {
      costs.putAll(MonthlyCosts.of(new Days(enrollment, landscape, month, LocalDate.MAX), month));
      for (Purchase each : enrollment.purchases()) {
        costs.merge(month.atDay(each.day()), each.cost(), BigDecimal::add);
      }
    }
    return new TreeMap<>(costs.subMap(from, true, to, true));
  }

  /** The days on which something unusual was used, which a good eye would find. */
  public List<Anomaly> anomalies(EnrollmentNumber number, LocalDate from, LocalDate to) {
    SimulatedEnrollment enrollment = enrollment(number);
    var landscape = new Landscape(enrollment);
    var season = new Season(enrollment);
    var anomalies = new ArrayList<Anomaly>();
    for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
      for (int subscription = 0; subscription < enrollment.subscriptions(); subscription++) {
        LocalDate at = day;
        SubscriptionId id = landscape.subscription(subscription);
        season
            .spike(subscription, day)
            .ifPresent(spike -> anomalies.add(new Anomaly(id, at, spike.factor())));
      }
    }
    return anomalies;
  }
}
