package com.contoso.tollbooth.export;

import com.contoso.tollbooth.billing.ExportManifest;
import com.contoso.tollbooth.billing.ExportWindow;
import java.time.Instant;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.parameters.JobParameters;
import org.springframework.batch.core.job.parameters.JobParametersBuilder;
import org.springframework.batch.infrastructure.item.ExecutionContext;

/** What a job execution says of its export. */
final class ExportRun {
  static final String JOB = "billingExport";
  static final String WINDOW = "window";
  static final String WRITE = "writeCsv";

  private ExportRun() {}

  /** The window identifies the job instance: the same window is the same export. */
  static JobParameters of(ExportWindow window) {
    return new JobParametersBuilder().addString(WINDOW, window.name()).toJobParameters();
  }

  static ExportWindow windowOf(JobExecution run) {
    String window = run.getJobParameters().getString(WINDOW);
    if (window == null) {
      throw new IllegalStateException("an export run has the parameter 'window'");
    }
    return ExportWindow.named(window);
  }

  static String fileOf(ExportWindow window) {
    return "plates-" + window.name() + ".csv";
  }

  static void remember(ExportManifest manifest, ExecutionContext context) {
    context.putLong(BlockWriter.ROWS, manifest.rows());
    context.putString("sha256", manifest.sha256());
    context.putLong("bytes", manifest.bytes());
    context.putString("publishedAt", manifest.publishedAt().toString());
  }

  static ExportManifest manifestOf(JobExecution run) {
    ExecutionContext context = run.getExecutionContext();
    ExportWindow window = windowOf(run);
    return new ExportManifest(
        fileOf(window),
        window,
        context.getLong(BlockWriter.ROWS),
        context.getString("sha256"),
        context.getLong("bytes"),
        Long.toString(run.getId()),
        Instant.parse(context.getString("publishedAt")));
  }
}
