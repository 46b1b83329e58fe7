package com.contoso.tollbooth.local.usage.simulator;

import com.contoso.tollbooth.usage.Enrollment.ReportSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;

class FolderReportsTests extends SimulatedReportsContract {
  FolderReportsTests() {
    super(ReportSource.FOLDER);
  }

  @BeforeEach
  void drop() throws IOException {
    Path dropped =
        new UsageDrop(services.simulator, inbox)
            .json(enrollment().number(), SimulatedServices.MONTH);
    Files.setLastModifiedTime(dropped, FileTime.from(SimulatedServices.NOW.minusSeconds(60)));
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
