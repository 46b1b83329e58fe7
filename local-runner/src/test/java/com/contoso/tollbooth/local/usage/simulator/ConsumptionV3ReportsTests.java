package com.contoso.tollbooth.local.usage.simulator;

import com.contoso.tollbooth.usage.Enrollment.ReportSource;

class ConsumptionV3ReportsTests extends SimulatedReportsContract {
  ConsumptionV3ReportsTests() {
    super(ReportSource.CONSUMPTION_V3);
  }

  @Override
  protected long linesIn(byte[] report) {
    return SimulatedServices.linesOfJson(report, "instanceId");
  }

  @Override
  protected void breakOff() {
    services.server.agree(SimulatedServices.TERMS.with(Terms.Resumption.NONE));
    services.server.fail(new Fault.None());
    services.server.fail(new Fault.Broken(90));
  }
}
