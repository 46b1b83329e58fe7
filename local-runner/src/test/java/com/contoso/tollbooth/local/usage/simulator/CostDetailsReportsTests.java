package com.contoso.tollbooth.local.usage.simulator;

import com.contoso.tollbooth.usage.Enrollment.ReportSource;

class CostDetailsReportsTests extends SimulatedReportsContract {
  CostDetailsReportsTests() {
    super(ReportSource.COST_DETAILS);
  }

  @Override
  protected long linesIn(byte[] report) {
    return SimulatedServices.linesOfCsv(report);
  }

  @Override
  protected void breakOff() {
    services.server.fail(new Fault.None());
    services.server.fail(new Fault.Broken(90));
  }
}
