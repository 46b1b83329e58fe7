package com.contoso.tollbooth.usage.control;

import java.util.List;

/** What a call of the pipeline did: the runs it made, and what it left and why. */
public record UsageRunReport(List<RunEnd> runs, List<UsagePlan.Skipped> skipped) {
  public UsageRunReport {
    runs = List.copyOf(runs);
    skipped = List.copyOf(skipped);
  }
}
