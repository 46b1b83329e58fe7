package com.contoso.tollbooth.api;

import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobQuery;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.UsageDay;
import com.contoso.tollbooth.usage.control.UsagePlan;
import com.contoso.tollbooth.usage.control.UsageRequest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The runs of the usage pipeline: whose, when, how they went, and another. What is started is told;
 * how it ends stands in the job log.
 */
record UsageRunRoutes(
    Supplier<List<Enrollment>> listEnrollments,
    Function<UsageRequest, UsagePlan> startUsage,
    Function<UsageDay, Optional<Fetch>> startDay,
    Function<JobQuery, List<JobRecord>> listUsageJobs,
    UsageReader reader,
    InstantSource clock)
    implements Routes {

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/usage/enrollments", call -> reader.ofAll(call, asked -> enrollments())),
        Route.get("/api/usage/jobs", call -> reader.ofAll(call, this::jobs)),
        Route.post("/api/usage/runs", call -> reader.ofAll(call, this::run)),
        Route.post("/api/usage/days", call -> reader.ofAll(call, this::reapply)));
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
    Instant now = clock.instant();
    UsagePlan plan =
        startUsage.apply(
            asked.due()
                ? new UsageRequest.Due()
                : new UsageRequest.Asked(enrollment(asked.enrollment()), month(asked.month())));
    return started(now, plan.fetches(), plan.skipped());
  }

  private ApiAnswer reapply(Call call) {
    DayRequest asked = call.body(DayRequest.class);
    EnrollmentNumber enrollment = enrollment(asked.enrollment());
    if (enrollment == null || asked.day() == null) {
      throw new IllegalArgumentException("the body names an enrollment and a day");
    }
    Instant now = clock.instant();
    return startDay
        .apply(new UsageDay(enrollment, asked.day()))
        .map(fetch -> started(now, List.of(fetch), List.of()))
        .orElseGet(() -> call.refuse(Problem.Kind.NOT_FOUND, "no report with this day was split"));
  }

  static ApiAnswer started(Instant at, List<Fetch> fetches, List<UsagePlan.Skipped> skipped) {
    return ApiAnswer.json(
        202,
        new StartedView(
            at,
            fetches.stream().map(FetchView::of).toList(),
            skipped.stream().map(SkippedView::of).toList()));
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

  /**
   * What was started and what not.
   *
   * @param at the steps of what was started begin then or later
   */
  record StartedView(Instant at, List<FetchView> started, List<SkippedView> skipped) {}

  /** A run, by what names it. */
  record FetchView(String enrollment, String month, String run) {
    static FetchView of(Fetch fetch) {
      return new FetchView(
          fetch.enrollment().value(), fetch.month().toString(), fetch.run().value());
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
