package com.contoso.tollbooth.export;

import com.contoso.tollbooth.billing.BillablePlates;
import com.contoso.tollbooth.billing.BillingDrop;
import com.contoso.tollbooth.billing.ExportManifest;
import com.contoso.tollbooth.billing.ExportWindow;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import org.springframework.batch.core.ExitStatus;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.batch.core.scope.context.ChunkContext;
import org.springframework.batch.core.step.StepContribution;
import org.springframework.batch.core.step.StepExecution;
import org.springframework.batch.core.step.tasklet.Tasklet;
import org.springframework.batch.infrastructure.item.ExecutionContext;
import org.springframework.batch.infrastructure.repeat.RepeatStatus;

/**
 * Makes the staged file appear, describes it, and settles its window, in this order: each is
 * idempotent, so a crash between two of them is mended by doing all again.
 */
record PublishExport(
    JobRepository jobs, BillablePlates plates, BillingDrop drop, InstantSource clock)
    implements Tasklet {
  static final ExitStatus NO_DATA = new ExitStatus("NO_DATA", "The window held no billable plate.");

  @Override
  public RepeatStatus execute(StepContribution contribution, ChunkContext chunk) {
    StepExecution step = chunk.getStepContext().getStepExecution();
    ExportWindow window = ExportRun.windowOf(step.getJobExecution());
    ExecutionContext written = written(step.getJobExecution());
    long rows = written.getLong(BlockWriter.ROWS);
    if (rows == 0) {
      requireEmpty(window);
      plates.settle(window, 0);
      contribution.setExitStatus(NO_DATA);
      return RepeatStatus.FINISHED;
    }
    String file = ExportRun.fileOf(window);
    var dropped = drop.commit(file, written.getInt(BlockWriter.BLOCKS));
    Instant now = clock.instant().truncatedTo(ChronoUnit.MILLIS);
    var manifest =
        new ExportManifest(
            file,
            window,
            rows,
            dropped.sha256(),
            dropped.bytes(),
            Long.toString(step.getJobExecution().getId()),
            now);
    drop.describe(manifest);
    plates.settle(window, rows);
    ExportRun.remember(manifest, step.getJobExecution().getExecutionContext());
    return RepeatStatus.FINISHED;
  }

  /**
   * The checkpoint that the writing step committed with its rows. What a listener copies from step
   * to job is lost if the process dies between the two, and a window without rows would be settled
   * unexported.
   */
  private ExecutionContext written(JobExecution run) {
    StepExecution writing = jobs.getLastStepExecution(run.getJobInstance(), ExportRun.WRITE);
    if (writing == null) {
      throw new IllegalStateException("the step " + ExportRun.WRITE + " has never run");
    }
    return writing.getExecutionContext();
  }

  /** A window is settled as empty only if the ledger says so too. */
  private void requireEmpty(ExportWindow window) {
    if (!plates.page(window, null, 1).isEmpty()) {
      throw new IllegalStateException("the window has plates, and none was written");
    }
  }
}
