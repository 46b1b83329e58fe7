package com.contoso.tollbooth.local.usage.simulator;

import com.contoso.tollbooth.usage.Enrollment.ReportSource;

class LegacyReportsTests extends SimulatedReportsContract {
  LegacyReportsTests() {
    super(ReportSource.LEGACY_EA);
  }

  @Override
  protected long linesIn(byte[] report) {
    return SimulatedServices.linesOfJson(report, "InstanceId");
  }

  @Override
  protected void breakOff() {
    services.server.fail(new Fault.Broken(90));
  }
}
