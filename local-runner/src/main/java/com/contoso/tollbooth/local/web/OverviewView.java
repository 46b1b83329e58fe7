package com.contoso.tollbooth.local.web;

import com.contoso.tollbooth.local.simulator.BoothSimulator;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where everything stands, on one page. */
record OverviewView(
    Counts counts,
    double photosPerMinute,
    List<Throughput.Minute> throughput,
    @Nullable Accuracy accuracy,
    Ocr ocr,
    @Nullable Instant nextExportAt,
    @Nullable LastExport lastExport,
    String photosFolder,
    BoothSimulator.Status simulator,
    List<Lasting> conditions) {

  /** {@code total} is the sum of all others. */
  record Counts(
      long total,
      long received,
      long inOcr,
      long review,
      long billable,
      long unbillable,
      long exported,
      long failed) {}

  record Accuracy(long scored, long exact, long accepted, long acceptedWrong) {}

  record Ocr(String state, @Nullable Instant retryAt) {}

  record LastExport(String status, Instant at, long rows) {}

  record Lasting(String condition, Instant since) {}
}
