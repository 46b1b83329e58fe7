package com.contoso.tollbooth.usage;

import java.time.YearMonth;

/** That a month of an enrollment is to be fetched, in a run of its own. */
public record Fetch(EnrollmentNumber enrollment, YearMonth month, RunId run) {
  /** The raw report's name: {@code {run}-{enrollment}-{yyyy-MM}-usage.json}. */
  public String rawName() {
    return run + "-" + enrollment + "-" + month + "-usage.json";
  }
}
