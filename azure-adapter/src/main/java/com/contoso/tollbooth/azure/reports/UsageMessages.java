package com.contoso.tollbooth.azure.reports;

import com.contoso.tollbooth.azure.AzureNames;
import com.contoso.tollbooth.azure.storage.BlobDeadLetters;
import com.contoso.tollbooth.azure.storage.UsageQueues;
import com.contoso.tollbooth.azure.storage.UsageQueues.DayMessage;
import com.contoso.tollbooth.reconciliation.DeadLetter;
import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.RawReport;
import com.contoso.tollbooth.usage.RunDays;
import com.contoso.tollbooth.usage.StoredFile;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.UsageFolder;
import com.contoso.tollbooth.usage.control.RunEnd;
import com.contoso.tollbooth.usage.control.UsagePlan;
import com.contoso.tollbooth.usage.control.UsageRequest;
import com.contoso.tollbooth.usage.ledger.DayOutcome;
import com.contoso.tollbooth.usage.retrieve.RetrieveOutcome;
import com.contoso.tollbooth.usage.split.SplitOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Handles a message of the usage pipeline's queues to its end and sends what follows from it. Each
 * may come twice, late and in any order: what was done is found done. It throws what fails; the
 * host delivers the message again, and at last to the poison queue.
 */
public final class UsageMessages {
  private static final Logger log = LoggerFactory.getLogger(UsageMessages.class);

  /**
   * When to look whether a run whose last days were processed at one time was closed: two workers
   * may each read the job log before it shows the other's day.
   */
  private static final Duration LOOK_AFTER = Duration.ofMinutes(5);

  /** By then the controller counts the run as lost. */
  private static final Duration LOOK_FOR = Duration.ofHours(6);

  private final UsageQueues queues;
  private final UsageFiles files;
  private final JobLog jobs;
  private final BlobDeadLetters letters;
  private final Steps steps;
  private final InstantSource clock;

  public UsageMessages(
      UsageQueues queues,
      UsageFiles files,
      JobLog jobs,
      BlobDeadLetters letters,
      Steps steps,
      InstantSource clock) {
    this.queues = queues;
    this.files = files;
    this.jobs = jobs;
    this.letters = letters;
    this.steps = steps;
    this.clock = clock;
  }

  /** The pipeline's functions. */
  public record Steps(
      Function<UsageRequest, UsagePlan> startUsage,
      Function<Fetch, RetrieveOutcome> retrieveUsage,
      Function<RawReport, SplitOutcome> splitUsage,
      Function<DayFile, DayOutcome> processDailyUsage,
      Function<DayFile, DayOutcome> reapplyUsageDay,
      Function<Fetch, RunEnd> closeUsageRun,
      Consumer<RunEnd> failUsageRun) {}

  /** Takes up what was left behind, then begins what is due. */
  public UsagePlan control() {
    jobs.unended().stream()
        .filter(claim -> !isRecent(claim))
        .map(JobRecord::fetch)
        .distinct()
        .filter(this::isIdle)
        .forEach(this::takeUp);
    return steps.startUsage.apply(new UsageRequest.Due());
  }

  /** A large report may take longer than that in all, but no step of it. */
  private boolean isIdle(Fetch fetch) {
    return jobs.run(fetch.enrollment(), fetch.month(), fetch.run()).stream()
        .noneMatch(this::isRecent);
  }

  /**
   * A process may have died between a claim and its message, or have been down while the last days
   * of a run were waiting. If the run is at work after all, what it does is found done.
   */
  private void takeUp(Fetch lost) {
    log.warn("Run {} of {} {} is taken up again", lost.run(), lost.enrollment(), lost.month());
    try {
      if (find(lost).isPresent()) {
        queues.sendReport(ReportEvent.of(lost));
      } else {
        queues.begin(lost);
      }
    } catch (RuntimeException fault) {
      log.error("Run {} could not be taken up; the next controller tries again", lost.run(), fault);
    }
  }

  /** Fetches a month; the report's blob has an event of its own. */
  public void retrieve(String message) {
    Fetch fetch = UsageQueues.fetch(message);
    switch (steps.retrieveUsage.apply(fetch)) {
      case RetrieveOutcome.Stored stored -> {}
      case RetrieveOutcome.Nothing nothing -> close(fetch);
    }
  }

  /** Splits a report that was stored. */
  public void split(String message) {
    Fetch fetch = ReportEvent.parse(message).orElse(null);
    if (fetch == null) {
      log.info("A message that tells of no usage report is passed over");
      return;
    }
    switch (steps.splitUsage.apply(new RawReport(fetch, stored(fetch)))) {
      case SplitOutcome.Split split -> send(split);
      case SplitOutcome.Refused refused -> fail(fetch, refused.reason());
    }
  }

  private void send(SplitOutcome.Split split) {
    var run = new RunDays(split.fetch(), split.days().stream().map(DayFile::day).toList());
    if (run.days().isEmpty()) {
      close(run.fetch());
      return;
    }
    for (DayFile day : split.days()) {
      queues.send(new DayMessage(run, day), Duration.ZERO);
    }
    queues.send(new DayMessage(run, null), LOOK_AFTER);
  }

  /** Enters a day into the ledger; the last of a run closes the run, one applied again does not. */
  public void process(String message) {
    DayMessage day = UsageQueues.day(message);
    RunDays run = day.run();
    if (day.day() != null) {
      var process = run == null ? steps.reapplyUsageDay : steps.processDailyUsage;
      var unused = process.apply(day.day());
    }
    if (run != null) {
      closeIfProcessed(run, day);
    }
  }

  private void closeIfProcessed(RunDays run, DayMessage day) {
    Fetch fetch = run.fetch();
    List<JobRecord> done = jobs.run(fetch.enrollment(), fetch.month(), fetch.run());
    if (run.areProcessedIn(done)) {
      if (!isClosed(done)) {
        close(fetch);
      }
    } else if (day.day() == null && isAtWork(fetch)) {
      queues.send(day, LOOK_AFTER);
    }
  }

  /** A process may have died when it had closed the run and not yet noted on its claim the end. */
  private static boolean isClosed(List<JobRecord> steps) {
    return steps.stream()
            .anyMatch(
                step ->
                    step.step() == JobRecord.Step.CLOSE && step.outcome() == JobRecord.Outcome.DONE)
        && steps.stream()
            .noneMatch(step -> step.step() == JobRecord.Step.CONTROL && step.ended() == null);
  }

  private boolean isAtWork(Fetch fetch) {
    return jobs.decisions(fetch.enrollment(), fetch.month(), 100).stream()
        .filter(claim -> claim.fetch().equals(fetch) && claim.ended() == null)
        .anyMatch(this::isRecent);
  }

  private boolean isRecent(JobRecord claim) {
    return claim.started().plus(LOOK_FOR).isAfter(clock.instant());
  }

  /** Keeps a message that the host gave up, and ends its run as failed. */
  public void poisoned(String queue, String message) {
    Fetch fetch = fetchOf(queue, message);
    String reason = fetch == null ? "it names no run of the pipeline" : reason(fetch);
    String id = BlobDeadLetters.idFor(queue, null, message);
    log.warn("Dead letter {}: {}", id, reason);
    letters.bury(
        message,
        new DeadLetter(id, queue, UsageQueues.LETTER, null, null, reason, 5, clock.instant()));
    if (fetch != null && !isOfNoRun(queue, message)) {
      fail(fetch, reason);
    }
  }

  /** A day applied again has a run that ended before, well or not. */
  private static boolean isOfNoRun(String queue, String message) {
    return queue.equals(AzureNames.USAGE_DAYS) && UsageQueues.day(message).run() == null;
  }

  private static @Nullable Fetch fetchOf(String queue, String message) {
    try {
      return switch (queue) {
        case AzureNames.USAGE_FETCHES -> UsageQueues.fetch(message);
        case AzureNames.USAGE_REPORTS -> ReportEvent.parse(message).orElse(null);
        default -> UsageQueues.day(message).fetch();
      };
    } catch (RuntimeException malformed) {
      log.debug("A poisoned message is malformed too", malformed);
      return null;
    }
  }

  /** What the job log has of the step that failed last. */
  private String reason(Fetch fetch) {
    return jobs.run(fetch.enrollment(), fetch.month(), fetch.run()).reversed().stream()
        .filter(step -> step.outcome() == JobRecord.Outcome.FAILED && step.reason() != null)
        .map(step -> step.step() + ": " + step.reason())
        .findFirst()
        .orElse("its processing ended the process each time");
  }

  private StoredFile stored(Fetch fetch) {
    return find(fetch)
        .orElseThrow(() -> new IllegalStateException("there is no report " + fetch.rawName()));
  }

  private Optional<StoredFile> find(Fetch fetch) {
    try {
      for (UsageFolder folder :
          List.of(UsageFolder.NEW_DAILY_USAGE, UsageFolder.PROCESSED_USAGE, UsageFolder.ERRORS)) {
        Optional<StoredFile> found = files.find(folder, fetch.rawName());
        if (found.isPresent()) {
          return found;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return Optional.empty();
  }

  private void close(Fetch fetch) {
    var unused = steps.closeUsageRun.apply(fetch);
  }

  private void fail(Fetch fetch, String reason) {
    steps.failUsageRun.accept(RunEnd.failed(fetch, reason));
  }
}
