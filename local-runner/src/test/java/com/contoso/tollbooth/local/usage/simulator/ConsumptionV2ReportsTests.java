package com.contoso.tollbooth.local.usage.simulator;

import com.contoso.tollbooth.usage.Enrollment.ReportSource;

class ConsumptionV2ReportsTests extends SimulatedReportsContract {
  ConsumptionV2ReportsTests() {
    super(ReportSource.CONSUMPTION_V2);
  }

  @Override
  protected long linesIn(byte[] report) {
    return SimulatedServices.linesOfJson(report, "instanceId");
  }

  @Override
  protected void breakOff() {
    services.server.fail(new Fault.None());
    services.server.fail(new Fault.Broken(90));
  }
}
