package com.contoso.tollbooth.api;

import com.contoso.tollbooth.billing.ExportManifest;
import com.contoso.tollbooth.billing.ExportWindow;
import java.time.Instant;

/** A file of the billing drop as the page sees it. */
record ExportView(
    String file,
    ExportWindow window,
    long rows,
    String sha256,
    String runId,
    Instant publishedAt,
    long bytes) {

  static ExportView of(ExportManifest manifest) {
    return new ExportView(
        manifest.file(),
        manifest.window(),
        manifest.rows(),
        manifest.sha256(),
        manifest.runId(),
        manifest.publishedAt(),
        manifest.bytes());
  }
}
