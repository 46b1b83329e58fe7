package com.contoso.tollbooth.local.usage.simulator;

import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.Enrollment.ReportSource;
import com.contoso.tollbooth.usage.retrieve.UsageReports;
import com.contoso.tollbooth.usage.retrieve.UsageReportsContract;
import java.io.IOException;
import java.nio.file.Path;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** The contract of reports, held to one kind of source of the simulator. */
abstract class SimulatedReportsContract extends UsageReportsContract {
  @TempDir Path inbox;
  SimulatedServices services;

  private final ReportSource source;

  SimulatedReportsContract(ReportSource source) {
    this.source = source;
  }

  @BeforeEach
  void start() throws IOException {
    services = new SimulatedServices(inbox);
  }

  @AfterEach
  void stop() {
    services.close();
  }

  @Override
  protected UsageReports reports() {
    return services.reports();
  }

  @Override
  protected Enrollment enrollment() {
    return services.enrollment(source);
  }

  @Override
  protected YearMonth month() {
    return SimulatedServices.MONTH;
  }

  @Override
  protected YearMonth emptyMonth() {
    return SimulatedServices.MONTH.plusMonths(1);
  }

  @Override
  protected long lines() {
    return services.lines(source);
  }
}
