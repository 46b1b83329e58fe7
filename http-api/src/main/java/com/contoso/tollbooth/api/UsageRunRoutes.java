package com.contoso.tollbooth.api;

import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobQuery;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.UsageDay;
import com.contoso.tollbooth.usage.control.RunEnd;
import com.contoso.tollbooth.usage.control.UsagePlan;
import com.contoso.tollbooth.usage.control.UsageRequest;
import com.contoso.tollbooth.usage.control.UsageRunReport;
import com.contoso.tollbooth.usage.ledger.DayOutcome;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** The runs of the usage pipeline: whose, when, how they went, and another. */
record UsageRunRoutes(
    Supplier<List<Enrollment>> listEnrollments,
    Function<UsageRequest, UsageRunReport> runUsage,
    Function<UsageDay, Optional<DayOutcome>> reapplyUsageDay,
    Function<JobQuery, List<JobRecord>> listUsageJobs)
    implements Routes {

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/usage/enrollments", call -> enrollments()),
        Route.get("/api/usage/jobs", this::jobs),
        Route.post("/api/usage/runs", this::run),
        Route.post("/api/usage/days", this::reapply));
  }

  private ApiAnswer enrollments() {
    return ApiAnswer.json(
        new EnrollmentList(listEnrollments.get().stream().map(EnrollmentView::of).toList()));
  }

  private ApiAnswer jobs(Call call) {
    var query = new JobQuery(enrollment(call.parameter("enrollment")), call.limit(200));
    return ApiAnswer.json(
        new JobList(listUsageJobs.apply(query).stream().map(JobView::of).toList()));
  }

  private ApiAnswer run(Call call) {
    RunRequest asked = call.body(RunRequest.class);
    UsageRunReport report =
        runUsage.apply(
            asked.due()
                ? new UsageRequest.Due()
                : new UsageRequest.Asked(enrollment(asked.enrollment()), month(asked.month())));
    return ApiAnswer.json(
        new RunReport(
            report.runs().stream().map(RunView::of).toList(),
            report.skipped().stream().map(SkippedView::of).toList()));
  }

  private ApiAnswer reapply(Call call) {
    DayRequest asked = call.body(DayRequest.class);
    EnrollmentNumber enrollment = enrollment(asked.enrollment());
    if (enrollment == null || asked.day() == null) {
      throw new IllegalArgumentException("the body names an enrollment and a day");
    }
    return reapplyUsageDay
        .apply(new UsageDay(enrollment, asked.day()))
        .map(outcome -> ApiAnswer.json(DayView.of(outcome)))
        .orElseGet(() -> call.refuse(Problem.Kind.NOT_FOUND, "no report with this day was split"));
  }

  static @Nullable EnrollmentNumber enrollment(@Nullable String number) {
    return number == null || number.isBlank() ? null : new EnrollmentNumber(number);
  }

  static @Nullable YearMonth month(@Nullable String month) {
    try {
      return month == null || month.isBlank() ? null : YearMonth.parse(month);
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException("a month is yyyy-MM, not '" + month + "'", e);
    }
  }

  /** What to run: what is due, unless something is named. */
  record RunRequest(@Nullable String enrollment, @Nullable String month) {
    boolean due() {
      return enrollment == null && month == null;
    }
  }

  /** The day to apply again. */
  record DayRequest(@Nullable String enrollment, @Nullable LocalDate day) {}

  /** What applying a day came to. */
  record DayView(String outcome, long lines, long written, long retired) {
    static DayView of(DayOutcome outcome) {
      return new DayView(
          outcome.kind().name(), outcome.lines(), outcome.written(), outcome.retired());
    }
  }

  record EnrollmentList(List<EnrollmentView> enrollments) {}

  /** An enrollment without its key. */
  record EnrollmentView(
      String enrollmentNumber,
      String description,
      String source,
      boolean detailedEnabled,
      boolean summaryEnabled) {
    static EnrollmentView of(Enrollment enrollment) {
      return new EnrollmentView(
          enrollment.number().value(),
          enrollment.description(),
          enrollment.source().name(),
          enrollment.detailedEnabled(),
          enrollment.summaryEnabled());
    }
  }

  record JobList(List<JobView> jobs) {}

  /** One step of a run. */
  record JobView(
      String enrollment,
      String month,
      String run,
      String step,
      @Nullable String day,
      Instant startedAt,
      @Nullable Instant endedAt,
      String outcome,
      long lines,
      long changed,
      long bytes,
      @Nullable String checksum,
      @Nullable String reason) {
    static JobView of(JobRecord entry) {
      Fetch fetch = entry.fetch();
      return new JobView(
          fetch.enrollment().value(),
          fetch.month().toString(),
          fetch.run().value(),
          entry.step().name(),
          Objects.toString(entry.day(), null),
          entry.started(),
          entry.ended(),
          entry.outcome().name(),
          entry.lines(),
          entry.changed(),
          entry.bytes(),
          entry.checksum(),
          entry.reason());
    }
  }

  record RunReport(List<RunView> runs, List<SkippedView> skipped) {}

  /** How a run ended. */
  record RunView(
      String enrollment,
      String month,
      String run,
      String outcome,
      long lines,
      long changed,
      long bytes,
      @Nullable String reason) {
    static RunView of(RunEnd end) {
      return new RunView(
          end.fetch().enrollment().value(),
          end.fetch().month().toString(),
          end.fetch().run().value(),
          end.outcome().name(),
          end.lines(),
          end.changed(),
          end.bytes(),
          end.reason());
    }
  }

  /** What was not run. */
  record SkippedView(String enrollment, @Nullable String month, String reason) {
    static SkippedView of(UsagePlan.Skipped skipped) {
      return new SkippedView(
          skipped.enrollment().value(), Objects.toString(skipped.month(), null), skipped.reason());
    }
  }
}
