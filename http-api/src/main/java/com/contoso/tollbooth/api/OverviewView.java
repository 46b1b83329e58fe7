package com.contoso.tollbooth.api;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Where everything stands, on one page. */
public record OverviewView(
    Counts counts,
    double photosPerMinute,
    List<Minute> throughput,
    @Nullable Accuracy accuracy,
    Ocr ocr,
    @Nullable Instant nextExportAt,
    @Nullable LastExport lastExport,
    String photosFolder,
    @Nullable JsonNode simulator,
    List<Lasting> conditions) {
  public OverviewView {
    throughput = List.copyOf(throughput);
    conditions = List.copyOf(conditions);
  }

  /** {@code total} is the sum of all others. */
  public record Counts(
      long total,
      long received,
      long inOcr,
      long review,
      long billable,
      long unbillable,
      long exported,
      long failed) {}

  /** How many photos were decided in that minute. */
  public record Minute(Instant minute, long photos) {}

  /** How many plates were read right, of those whose truth is known. */
  public record Accuracy(long scored, long exact, long accepted, long acceptedWrong) {}

  /** Whether photos are read, and when it is tried again. */
  public record Ocr(String state, @Nullable Instant retryAt) {}

  /** What became of the newest export that has ended. */
  public record LastExport(String status, Instant at, long rows) {}

  /** A condition that customer service was told of. */
  public record Lasting(String condition, Instant since) {}
}
