package com.contoso.tollbooth.local.web;

import com.contoso.tollbooth.billing.BillingDrop;
import com.contoso.tollbooth.billing.ExportManifest;
import com.contoso.tollbooth.billing.ExportOutcome;
import com.contoso.tollbooth.billing.ExportWindow;
import java.io.InputStream;
import java.time.Instant;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.core.io.InputStreamResource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The files billing gets. */
@RestController
class ExportController {
  private final Supplier<List<ExportManifest>> listExports;
  private final Supplier<ExportOutcome> exportPlates;
  private final BillingDrop drop;

  ExportController(
      Supplier<List<ExportManifest>> listExports,
      Supplier<ExportOutcome> exportPlates,
      BillingDrop drop) {
    this.listExports = listExports;
    this.exportPlates = exportPlates;
    this.drop = drop;
  }

  @GetMapping("/api/exports")
  Exports list() {
    return new Exports(listExports.get().stream().map(ExportView::of).toList());
  }

  @PostMapping("/api/exports")
  OutcomeView export() {
    return OutcomeView.of(exportPlates.get());
  }

  @GetMapping("/api/exports/{file}")
  ResponseEntity<InputStreamResource> file(@PathVariable String file) {
    InputStream bytes =
        drop.open(file).orElseThrow(() -> new NotFound("there is no such export file"));
    return ResponseEntity.ok()
        .contentType(
            file.endsWith(".json")
                ? MediaType.APPLICATION_JSON
                : MediaType.parseMediaType("text/csv;charset=UTF-8"))
        .header(
            HttpHeaders.CONTENT_DISPOSITION,
            ContentDisposition.attachment().filename(file).build().toString())
        .body(new InputStreamResource(bytes));
  }

  record Exports(List<ExportView> exports) {}

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

  record OutcomeView(ExportOutcome.Status status, List<String> files, long rows, String message) {
    static OutcomeView of(ExportOutcome outcome) {
      return new OutcomeView(
          outcome.status(),
          outcome.files().stream().map(ExportManifest::file).toList(),
          outcome.rows(),
          outcome.message());
    }
  }
}
