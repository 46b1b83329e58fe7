package com.contoso.tollbooth.usage.retrieve;

import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.Enrollments;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.JobSteps;
import com.contoso.tollbooth.usage.RawReport;
import com.contoso.tollbooth.usage.StepFigures;
import com.contoso.tollbooth.usage.StoredFile;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.UsageFolder;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Streams a report into the store; a report that is stored already is not fetched again. */
record RetrieveUsage(
    Enrollments enrollments,
    UsageReports reports,
    ReportTags tags,
    UsageFiles files,
    JobLog jobs,
    JobSteps steps)
    implements Function<Fetch, RetrieveOutcome> {
  /** How many of the newest decisions on the month are looked at. */
  private static final int DECISIONS = 100;

  @Override
  public RetrieveOutcome apply(Fetch fetch) {
    return steps.step(
        fetch, JobRecord.Step.RETRIEVE, () -> retrieve(fetch), RetrieveUsage::figures);
  }

  private RetrieveOutcome retrieve(Fetch fetch) throws IOException {
    Optional<StoredFile> known = stored(fetch.rawName());
    if (known.isPresent()) {
      return new RetrieveOutcome.Stored(new RawReport(fetch, known.get()));
    }
    Optional<JobRecord> newer = newer(fetch);
    return newer.isPresent()
        ? new RetrieveOutcome.Nothing(
            fetch,
            RetrieveOutcome.Why.OVERTAKEN,
            "run " + newer.get().fetch().run() + " was begun since")
        : fetch(fetch);
  }

  /**
   * A newer run that is at work or has what the source has. To fetch for this one too would take a
   * version of the report for known whose days the ledger passes over.
   */
  private Optional<JobRecord> newer(Fetch fetch) {
    return jobs.decisions(fetch.enrollment(), fetch.month(), DECISIONS).stream()
        .filter(claim -> claim.fetch().run().compareTo(fetch.run()) > 0)
        .filter(
            claim ->
                switch (claim.outcome()) {
                  case RUNNING, DONE, UNCHANGED -> true;
                  case FAILED, SKIPPED -> false;
                })
        .findFirst();
  }

  private Optional<StoredFile> stored(String name) throws IOException {
    for (UsageFolder folder :
        new UsageFolder[] {
          UsageFolder.NEW_DAILY_USAGE, UsageFolder.PROCESSED_USAGE, UsageFolder.ERRORS
        }) {
      Optional<StoredFile> file = files.find(folder, name);
      if (file.isPresent()) {
        return file;
      }
    }
    return Optional.empty();
  }

  private RetrieveOutcome fetch(Fetch fetch) throws IOException {
    Enrollment enrollment =
        enrollments
            .find(fetch.enrollment())
            .orElseThrow(
                () -> new IllegalStateException("there is no enrollment " + fetch.enrollment()));
    try (FileSink sink = new FileSink(files, fetch.rawName())) {
      return switch (reports.retrieve(enrollment, fetch.month(), sink)) {
        case Retrieval.Whole(var version) -> stored(fetch, sink, version);
        case Retrieval.Empty() -> nothing(fetch, "the source has no usage for this month");
        case Retrieval.NotModified() -> nothing(fetch, "the source has nothing new");
      };
    }
  }

  private static RetrieveOutcome nothing(Fetch fetch, String reason) {
    return new RetrieveOutcome.Nothing(fetch, RetrieveOutcome.Why.NOTHING_NEW, reason);
  }

  private RetrieveOutcome stored(Fetch fetch, FileSink sink, @Nullable String version)
      throws IOException {
    var report = new RawReport(fetch, sink.commit());
    if (version != null) {
      tags.keep(fetch.enrollment(), fetch.month(), ReportTags.Kind.VERSION, version);
    }
    return new RetrieveOutcome.Stored(report);
  }

  private static StepFigures figures(RetrieveOutcome outcome) {
    return switch (outcome) {
      case RetrieveOutcome.Stored(var report) ->
          new StepFigures(
              JobRecord.Outcome.DONE, 0, 0, report.file().bytes(), report.file().sha256(), null);
      case RetrieveOutcome.Nothing(var fetch, var why, var reason) ->
          StepFigures.of(
              switch (why) {
                case NOTHING_NEW -> JobRecord.Outcome.UNCHANGED;
                case OVERTAKEN -> JobRecord.Outcome.SKIPPED;
              },
              reason);
    };
  }

  /** The raw report being written; each restart drops what was there. */
  private static final class FileSink implements UsageReports.Sink, AutoCloseable {
    private final UsageFiles files;
    private final String name;
    private UsageFiles.@Nullable NewFile file;

    FileSink(UsageFiles files, String name) {
      this.files = files;
      this.name = name;
    }

    @Override
    public OutputStream restart() throws IOException {
      close();
      UsageFiles.NewFile fresh = files.create(UsageFolder.NEW_DAILY_USAGE, name);
      file = fresh;
      return fresh.out();
    }

    StoredFile commit() throws IOException {
      UsageFiles.NewFile written = file;
      if (written == null) {
        throw new IOException("the source gave a report of which it wrote nothing");
      }
      return written.commit();
    }

    @Override
    public void close() throws IOException {
      if (file != null) {
        file.close();
        file = null;
      }
    }
  }
}
