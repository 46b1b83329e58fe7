package com.contoso.tollbooth.local.usage.simulator;

import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.Enrollment.ReportSource;
import com.contoso.tollbooth.usage.retrieve.UsageReports;
import com.contoso.tollbooth.usage.retrieve.UsageReportsContract;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.YearMonth;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class FolderReportsTests extends UsageReportsContract {
  @TempDir Path inbox;
  SimulatedServices services;

  @BeforeEach
  void start() throws IOException {
    services = new SimulatedServices(inbox);
    Path dropped =
        new UsageDrop(services.simulator, inbox)
            .json(enrollment().number(), SimulatedServices.MONTH);
    Files.setLastModifiedTime(dropped, FileTime.from(SimulatedServices.NOW.minusSeconds(60)));
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
    return services.enrollment(ReportSource.FOLDER);
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
    return services.lines(ReportSource.FOLDER);
  }

  @Override
  protected long linesIn(byte[] report) {
    return SimulatedServices.linesOfJson(report, "InstanceId");
  }

  @Override
  protected void breakOff() {
    // A folder has no connection that could break.
  }
}
