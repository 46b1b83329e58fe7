package com.contoso.tollbooth.benchmarks;

import com.contoso.tollbooth.local.usage.simulator.SimulatedEnrollment;
import com.contoso.tollbooth.local.usage.simulator.UsageSimulator;
import com.contoso.tollbooth.usage.Enrollment.ReportSource;
import com.contoso.tollbooth.usage.forecast.BackTest;
import com.contoso.tollbooth.usage.forecast.BackTestRow;
import com.contoso.tollbooth.usage.forecast.DailySeries;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

/** The month-end forecast beside two naive ones, over months of simulated enrollments. */
final class ForecastBenchmark {
  private static final LocalDate FROM = LocalDate.of(2025, 1, 1);
  private static final LocalDate TO = LocalDate.of(2025, 12, 31);
  private static final int ENROLLMENTS = 12;

  private ForecastBenchmark() {}

  static void run() {
    List<SimulatedEnrollment> enrollments = new ArrayList<>();
    for (int seed = 0; seed < ENROLLMENTS; seed++) {
      enrollments.add(
          SimulatedEnrollment.of("e-" + seed, ReportSource.COST_DETAILS, seed, 1 + seed % 5, 120));
    }
    var simulator = new UsageSimulator(enrollments, TO);
    List<DailySeries> series =
        enrollments.stream()
            .map(each -> simulator.dailyCost(each.number(), FROM, TO))
            .map(days -> new DailySeries(FROM, List.copyOf(days.values())))
            .toList();
    for (BackTestRow row : BackTest.of(series)) {
      double ours = row.method().weighted();
      double naive = Math.min(row.lastMonth().weighted(), row.runRate().weighted());
      Benchmarks.print(
          "forecast over the better naive one, day %d (error)".formatted(row.day()),
          ours / naive,
          "< 1",
          "%.1f %%, as last month %.1f %%, run rate %.1f %%; %.0f %% of %d months in the interval"
              .formatted(
                  100 * ours,
                  100 * row.lastMonth().weighted(),
                  100 * row.runRate().weighted(),
                  100 * row.covered(),
                  row.months()));
    }
  }
}
