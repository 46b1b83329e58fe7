package com.contoso.tollbooth.billing;

import java.util.List;

/**
 * What became of one call to export.
 *
 * @param files the files it published, oldest window first
 * @param message the same in words
 */
public record ExportOutcome(Status status, List<ExportManifest> files, String message) {
  public ExportOutcome {
    files = List.copyOf(files);
  }

  public long rows() {
    return files.stream().mapToLong(ExportManifest::rows).sum();
  }

  /** How it ended; no two of them mean the same. */
  public enum Status {
    /** All windows that were due are with billing. */
    EXPORTED,
    /** All windows that were due were empty. */
    NO_DATA,
    /** Some windows are with billing, others failed and will be tried again. */
    PARTLY_EXPORTED,
    /** No window that was due could be exported; all will be tried again. */
    FAILED,
    /** Another run is at it; this call did nothing. */
    ALREADY_RUNNING
  }
}
