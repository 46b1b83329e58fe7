package com.contoso.tollbooth.azure.handlers;

import com.contoso.tollbooth.billing.ExportOutcome;
import com.contoso.tollbooth.reconciliation.ReconciliationReport;
import com.microsoft.azure.functions.annotation.FunctionName;
import com.microsoft.azure.functions.annotation.TimerTrigger;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** What runs by the clock. */
@Component
public class TimerHandlers {
  private static final Logger log = LoggerFactory.getLogger(TimerHandlers.class);

  private final Supplier<ExportOutcome> exportPlates;
  private final Supplier<ReconciliationReport> reconcile;

  public TimerHandlers(
      @Lazy Supplier<ExportOutcome> exportPlates, Supplier<ReconciliationReport> reconcile) {
    this.exportPlates = exportPlates;
    this.reconcile = reconcile;
  }

  @FunctionName("exportPlates")
  public void exportPlates(
      @TimerTrigger(name = "timer", schedule = "%EXPORT_SCHEDULE%") String timer) {
    ExportOutcome outcome = exportPlates.get();
    log.info("Export {}: {}", outcome.status(), outcome.message());
  }

  @FunctionName("reconcile")
  public void reconcile(
      @TimerTrigger(name = "timer", schedule = "%RECONCILE_SCHEDULE%") String timer) {
    ReconciliationReport report = reconcile.get();
    log.info(
        "Reconciliation: {} photos, {} known, {} sent on their way again",
        report.photos(),
        report.known(),
        report.redriven());
  }
}
