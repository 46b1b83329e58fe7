package com.contoso.tollbooth.api;

import com.contoso.tollbooth.billing.ExportManifest;
import com.contoso.tollbooth.billing.ExportOutcome;
import java.util.List;

/** What became of an export, as the page sees it. */
record OutcomeView(ExportOutcome.Status status, List<String> files, long rows, String message) {
  static OutcomeView of(ExportOutcome outcome) {
    return new OutcomeView(
        outcome.status(),
        outcome.files().stream().map(ExportManifest::file).toList(),
        outcome.rows(),
        outcome.message());
  }
}
