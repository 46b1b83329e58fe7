package com.contoso.tollbooth.local.demo;

import static com.contoso.tollbooth.usage.Enrollment.ReportSource.CONSUMPTION_V3;
import static com.contoso.tollbooth.usage.Enrollment.ReportSource.COST_DETAILS;
import static com.contoso.tollbooth.usage.Enrollment.ReportSource.LEGACY_EA;

import com.contoso.tollbooth.local.usage.simulator.Purchase;
import com.contoso.tollbooth.local.usage.simulator.SimulatedEnrollment;
import com.contoso.tollbooth.local.usage.simulator.Terms;
import com.contoso.tollbooth.local.usage.simulator.UsageApiServer;
import com.contoso.tollbooth.local.usage.simulator.UsageSimulator;
import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.Enrollments;
import com.contoso.tollbooth.usage.UsageMonth;
import com.contoso.tollbooth.usage.control.RunEnd;
import com.contoso.tollbooth.usage.control.UsageRequest;
import com.contoso.tollbooth.usage.control.UsageRunReport;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * January and February 2026 of three enrollments, each from another kind of source: daily runs on
 * some days, a report with lines that cannot be read, which a person mends, and a month that is
 * restated after it was closed.
 */
public final class UsageDemo {
  private static final YearMonth JANUARY = YearMonth.of(2026, 1);
  private static final YearMonth FEBRUARY = YearMonth.of(2026, 2);
  private static final LocalDate POISONED = FEBRUARY.atDay(16);
  private static final LocalDate RESTATED = FEBRUARY.atDay(20);
  private static final LocalDate LAST = FEBRUARY.atDay(26);

  private static final List<LocalDate> DAYS =
      List.of(
          JANUARY.atDay(12),
          JANUARY.atDay(20),
          JANUARY.atDay(31),
          FEBRUARY.atDay(3),
          FEBRUARY.atDay(9),
          POISONED,
          LAST);

  private final Path home;
  private final long seed;
  private final int resources;
  private final PrintStream out;

  public UsageDemo(Path home, long seed, int resources, PrintStream out) {
    this.home = home;
    this.seed = seed;
    this.resources = resources;
    this.out = out;
  }

  /** Plays it and says what came of it; whether every total is what the simulator served. */
  public boolean play() throws IOException {
    var simulator = new UsageSimulator(enrollments(), DAYS.getFirst());
    try (UsageApiServer server = UsageApiServer.start(simulator, Terms.USUAL);
        UsagePipeline pipeline = UsagePipeline.open(home, server.base())) {
      simulator.enrollments().forEach(pipeline.bean(Enrollments.class)::put);
      var served = new TreeMap<UsageMonth, LocalDate>(UsageDemo::compare);
      for (LocalDate day : DAYS) {
        if (day.equals(LAST)) {
          restate(pipeline, simulator, served);
        }
        run(pipeline, simulator, day, served);
        if (day.equals(POISONED)) {
          mend(pipeline, simulator);
        }
      }
      boolean agrees = new DemoSummary(pipeline, simulator, out).print(served, LAST);
      retire(pipeline.bean(Enrollments.class));
      return agrees;
    }
  }

  private List<SimulatedEnrollment> enrollments() {
    return List.of(
        SimulatedEnrollment.of("100-legacy", LEGACY_EA, seed, 4, resources)
            .restated(new SimulatedEnrollment.Restated(JANUARY, RESTATED, 90)),
        SimulatedEnrollment.of("200-consumption", CONSUMPTION_V3, seed + 1, 3, resources),
        SimulatedEnrollment.of("300-costdetails", COST_DETAILS, seed + 2, 5, resources)
            .buying(Purchase.USUAL));
  }

  private void run(
      UsagePipeline pipeline,
      UsageSimulator simulator,
      LocalDate day,
      Map<UsageMonth, LocalDate> served) {
    if (day.equals(POISONED)) {
      simulator.enrollments().stream()
          .filter(each -> each.source() == CONSUMPTION_V3)
          .forEach(each -> simulator.poison(each.number(), FEBRUARY));
    }
    say(pipeline, simulator, day, new UsageRequest.Due(), served);
  }

  /** A closed month is fetched again only if somebody asks for it. */
  private void restate(
      UsagePipeline pipeline, UsageSimulator simulator, Map<UsageMonth, LocalDate> served) {
    Enrollment first = simulator.enrollments().getFirst();
    say(
        pipeline,
        simulator,
        FEBRUARY.atDay(23),
        new UsageRequest.Asked(first.number(), JANUARY),
        served);
  }

  private void say(
      UsagePipeline pipeline,
      UsageSimulator simulator,
      LocalDate day,
      UsageRequest request,
      Map<UsageMonth, LocalDate> served) {
    simulator.moveTo(day);
    pipeline.moveTo(day.atTime(5, 0).toInstant(ZoneOffset.UTC));
    Function<UsageRequest, UsageRunReport> runUsage = pipeline.function("runUsage");
    for (RunEnd end : runUsage.apply(request).runs()) {
      served.put(new UsageMonth(end.fetch().enrollment(), end.fetch().month()), day);
      say(day, end);
    }
  }

  private void say(LocalDate day, RunEnd end) {
    out.printf(
        Locale.ROOT,
        "%s  %-16s %s  %-9s %,9d lines %,9d changed%s%n",
        day,
        end.fetch().enrollment(),
        end.fetch().month(),
        end.outcome().name().toLowerCase(Locale.ROOT),
        end.lines(),
        end.changed(),
        end.reason() == null ? "" : "  " + end.reason());
  }

  private void mend(UsagePipeline pipeline, UsageSimulator simulator) throws IOException {
    var errors = new DemoErrors(home.resolve("usage").resolve("errors"));
    for (String file : errors.files()) {
      out.printf("%s  %s: %d lines that cannot be read%n", POISONED, file, errors.drop(file));
      Function<String, RunEnd> redrive = pipeline.function("redriveUsageMonth");
      say(POISONED, redrive.apply(file));
    }
    simulator.enrollments().forEach(each -> simulator.heal(each.number(), FEBRUARY));
  }

  /** The simulator ends with the demo, so nobody is to ask it again. */
  private static void retire(Enrollments enrollments) {
    for (Enrollment each : enrollments.all()) {
      enrollments.put(
          new Enrollment(
              each.number(),
              each.description(),
              each.accessKey(),
              each.source(),
              false,
              each.summaryEnabled(),
              each.further()));
    }
  }

  private static int compare(UsageMonth one, UsageMonth other) {
    int order = one.enrollment().compareTo(other.enrollment());
    return order == 0 ? one.month().compareTo(other.month()) : order;
  }
}
