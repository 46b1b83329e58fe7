package com.contoso.tollbooth.export;

import com.contoso.tollbooth.billing.BillablePlates;
import com.contoso.tollbooth.billing.ExportManifest;
import com.contoso.tollbooth.billing.ExportOutcome;
import com.contoso.tollbooth.billing.ExportOutcome.Status;
import com.contoso.tollbooth.billing.ExportWindow;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.batch.core.BatchStatus;
import org.springframework.batch.core.job.Job;
import org.springframework.batch.core.job.JobExecution;
import org.springframework.batch.core.job.JobExecutionException;
import org.springframework.batch.core.job.JobInstance;
import org.springframework.batch.core.launch.JobExecutionAlreadyRunningException;
import org.springframework.batch.core.launch.JobOperator;
import org.springframework.batch.core.repository.JobRepository;
import org.springframework.dao.EmptyResultDataAccessException;

/**
 * Exports everything new: closes the running window and runs the job for every window that billing
 * has not got yet, oldest first. A window that fails holds no other up and is tried again by the
 * next call. Of two calls at once one does the work.
 */
public final class ExportPlates implements Supplier<ExportOutcome> {
  private static final Logger log = LoggerFactory.getLogger(ExportPlates.class);

  private final BillablePlates plates;
  private final JobOperator operator;
  private final JobRepository jobs;
  private final Job billingExport;
  private final Consumer<ExportOutcome> announceExport;
  private final InstantSource clock;
  private final ExportTurn turn;

  ExportPlates(
      BillablePlates plates,
      JobOperator operator,
      JobRepository jobs,
      Job billingExport,
      Consumer<ExportOutcome> announceExport,
      InstantSource clock,
      ExportTurn turn) {
    this.plates = plates;
    this.operator = operator;
    this.jobs = jobs;
    this.billingExport = billingExport;
    this.announceExport = announceExport;
    this.clock = clock;
    this.turn = turn;
  }

  @Override
  public ExportOutcome get() {
    return alone(
        () -> {
          var unused = plates.closeWindow(clock.instant().truncatedTo(ChronoUnit.MILLIS));
          return export(plates.unsettled());
        });
  }

  /**
   * Runs the window of a failed execution again.
   *
   * @throws IllegalArgumentException if there is no such execution
   * @throws IllegalStateException if its window is with billing already
   */
  ExportOutcome restart(long executionId) {
    ExportWindow window = ExportRun.windowOf(execution(executionId));
    if (!plates.unsettled().contains(window)) {
      throw new IllegalStateException("this window is exported already");
    }
    return alone(() -> export(List.of(window)));
  }

  /** Whoever has the turn knows that a run which is not at its end was cut off. */
  private ExportOutcome alone(Supplier<ExportOutcome> run) {
    Optional<ExportTurn.Held> held = turn.take();
    if (held.isEmpty()) {
      return alreadyRunning();
    }
    try {
      recoverAbandonedRuns();
      ExportOutcome outcome = run.get();
      announceExport.accept(outcome);
      return outcome;
    } finally {
      held.get().close();
    }
  }

  private JobExecution execution(long id) {
    JobExecution found = null;
    try {
      found = jobs.getJobExecution(id);
    } catch (EmptyResultDataAccessException e) {
      log.debug("The JDBC job repository throws where its contract says null", e);
    }
    if (found == null) {
      throw new IllegalArgumentException("there is no batch execution " + id);
    }
    return found;
  }

  /**
   * Marks the runs that a killed process left behind as failed, so that they can be tried again.
   * The caller knows that no other living process runs exports on this job repository.
   */
  public void recoverAbandonedRuns() {
    for (JobExecution abandoned : jobs.findRunningJobExecutions(ExportRun.JOB)) {
      log.warn("Export run {} was cut off; it will be tried again", abandoned.getId());
      operator.recover(abandoned);
    }
    plates.unsettled().forEach(this::forgetWhatNeverRan);
  }

  /**
   * Spring Batch cannot start an instance whose creator died before its first execution was noted.
   */
  private void forgetWhatNeverRan(ExportWindow window) {
    JobInstance instance = jobs.getJobInstance(ExportRun.JOB, ExportRun.of(window));
    if (instance != null && jobs.getJobExecutions(instance).isEmpty()) {
      jobs.deleteJobInstance(instance);
    }
  }

  private ExportOutcome export(List<ExportWindow> windows) {
    List<ExportManifest> published = new ArrayList<>();
    List<String> failures = new ArrayList<>();
    for (ExportWindow window : windows) {
      try {
        JobExecution run = operator.start(billingExport, ExportRun.of(window));
        if (run.getStatus() != BatchStatus.COMPLETED) {
          failures.add("window " + window.name() + " (run " + run.getId() + ")");
        } else if (!run.getExitStatus().getExitCode().equals(PublishExport.NO_DATA.getExitCode())) {
          published.add(ExportRun.manifestOf(run));
        }
      } catch (JobExecutionAlreadyRunningException e) {
        return alreadyRunning();
      } catch (JobExecutionException | RuntimeException e) {
        log.error("The export of window {} could not be run", window.name(), e);
        failures.add("window " + window.name() + " (" + e.getMessage() + ")");
      }
    }
    return outcome(published, failures);
  }

  private static ExportOutcome outcome(List<ExportManifest> published, List<String> failures) {
    long rows = published.stream().mapToLong(ExportManifest::rows).sum();
    String exported = count(rows, "plate") + " exported in " + count(published.size(), "file");
    if (failures.isEmpty()) {
      return published.isEmpty()
          ? new ExportOutcome(
              Status.NO_DATA, published, "There was nothing new to export; no file was made.")
          : new ExportOutcome(Status.EXPORTED, published, exported + ".");
    }
    String failed = "not exported: " + String.join(", ", failures);
    return published.isEmpty()
        ? new ExportOutcome(Status.FAILED, published, "The export failed; " + failed + ".")
        : new ExportOutcome(Status.PARTLY_EXPORTED, published, exported + "; " + failed + ".");
  }

  private static String count(long number, String thing) {
    return number + " " + thing + (number == 1 ? "" : "s");
  }

  private static ExportOutcome alreadyRunning() {
    return new ExportOutcome(
        Status.ALREADY_RUNNING, List.of(), "Another export is running; this call did nothing.");
  }
}
