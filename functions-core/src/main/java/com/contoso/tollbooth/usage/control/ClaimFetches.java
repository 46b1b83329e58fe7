package com.contoso.tollbooth.usage.control;

import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Enrollments;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.StepFigures;
import com.contoso.tollbooth.usage.UsageSettings;
import com.contoso.tollbooth.usage.control.UsagePlan.Skipped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Claims in the job log what is to be fetched. A claim's id holds the day and how many claims of
 * that day have come to nothing before it, so of two controllers at once one gets it.
 */
record ClaimFetches(
    Enrollments enrollments, JobLog log, UsageSettings settings, InstantSource clock)
    implements Function<UsageRequest, UsagePlan> {
  /** How many of the newest decisions on a month are looked at; a day has few. */
  private static final int DECISIONS = 100;

  private static final Logger logger = LoggerFactory.getLogger(ClaimFetches.class);

  /** A reason is part of the name of its record, and a document may say anything. */
  private static final int LONGEST = 200;

  private static final String CLAIM = "/claim/";
  private static final String REDRIVE = "/redrive/";
  private static final JobRecord.Outcome SKIPPED = JobRecord.Outcome.SKIPPED;

  @Override
  public UsagePlan apply(UsageRequest request) {
    Instant now = clock.instant();
    return switch (request) {
      case UsageRequest.Due() -> due(now);
      case UsageRequest.Asked(var enrollment, var month) -> asked(enrollment, month, now);
      case UsageRequest.Redrive(var enrollment, var month) -> redrive(enrollment, month, now);
    };
  }

  private UsagePlan due(Instant now) {
    List<Fetch> fetches = new ArrayList<>();
    List<Skipped> skipped = unreadable();
    for (Enrollment enrollment : enrollments.all()) {
      if (!enrollment.detailedEnabled()) {
        skipped.add(new Skipped(enrollment.number(), null, "its detailed report is not enabled"));
        continue;
      }
      for (YearMonth month : dueMonths(now)) {
        claimDue(enrollment.number(), month, now, fetches, skipped);
      }
    }
    skipped.forEach(each -> note(each, now));
    return new UsagePlan(fetches, skipped);
  }

  private UsagePlan asked(@Nullable EnrollmentNumber only, @Nullable YearMonth month, Instant now) {
    List<Fetch> fetches = new ArrayList<>();
    List<Skipped> skipped = only == null ? unreadable() : List.of();
    skipped.forEach(each -> note(each, now));
    for (Enrollment enrollment : askedEnrollments(only)) {
      for (YearMonth each : month == null ? dueMonths(now) : List.of(month)) {
        var fetch = new Fetch(enrollment.number(), each, RunId.at(now));
        if (log.putIfAbsent(claim(fetch, CLAIM + fetch.run(), now))) {
          fetches.add(fetch);
        }
      }
    }
    return new UsagePlan(fetches, skipped);
  }

  private List<Skipped> unreadable() {
    List<Skipped> skipped = new ArrayList<>();
    for (Enrollments.Unreadable each : enrollments.unreadable()) {
      logger.warn("The document of enrollment {} is none: {}", each.number(), each.reason());
      String reason = each.reason();
      skipped.add(
          new Skipped(
              each.number(), null, reason.substring(0, Math.min(LONGEST, reason.length()))));
    }
    return skipped;
  }

  private UsagePlan redrive(EnrollmentNumber enrollment, YearMonth month, Instant now) {
    var fetch = new Fetch(enrollment, month, RunId.at(now));
    boolean claimed = log.putIfAbsent(claim(fetch, REDRIVE + fetch.run(), now));
    return new UsagePlan(claimed ? List.of(fetch) : List.of(), List.of());
  }

  private List<Enrollment> askedEnrollments(@Nullable EnrollmentNumber only) {
    if (only == null) {
      return enrollments.all().stream().filter(Enrollment::detailedEnabled).toList();
    }
    return List.of(
        enrollments
            .find(only)
            .orElseThrow(() -> new IllegalArgumentException("there is no enrollment " + only)));
  }

  /** The present month and those before it that have not closed yet, newest first. */
  private List<YearMonth> dueMonths(Instant now) {
    List<YearMonth> months = new ArrayList<>();
    YearMonth month = YearMonth.from(now.atZone(ZoneOffset.UTC));
    do {
      months.add(month);
      month = month.minusMonths(1);
    } while (now.isBefore(settings.closes(month)));
    return months;
  }

  private void claimDue(
      EnrollmentNumber enrollment,
      YearMonth month,
      Instant now,
      List<Fetch> fetches,
      List<Skipped> skipped) {
    LocalDate today = today(now);
    int lost = 0;
    for (JobRecord decision : log.decisions(enrollment, month, DECISIONS)) {
      if (!today(decision.started()).equals(today) || !isClaimOfAFetch(decision)) {
        continue;
      }
      String reason = standing(decision, now);
      if (reason != null) {
        skipped.add(new Skipped(enrollment, month, reason));
        return;
      }
      lost++;
    }
    var fetch = new Fetch(enrollment, month, RunId.at(now));
    if (log.putIfAbsent(claim(fetch, CLAIM + today + "." + lost, now))) {
      fetches.add(fetch);
    } else {
      skipped.add(new Skipped(enrollment, month, "another controller has just begun it"));
    }
  }

  /** A redrive fetches nothing, and a note of what was skipped is no claim. */
  private static boolean isClaimOfAFetch(JobRecord decision) {
    return decision.id().contains(CLAIM);
  }

  /** Why a decision of today stands; {@code null} if it is to be made anew. */
  private @Nullable String standing(JobRecord decision, Instant now) {
    return switch (decision.outcome()) {
      case DONE, UNCHANGED -> "it was done today, in run " + decision.fetch().run();
      case RUNNING ->
          decision.started().plus(settings.staleAfter()).isAfter(now)
              ? "it is at work, in run " + decision.fetch().run()
              : null;
      case FAILED, SKIPPED -> null;
    };
  }

  private static JobRecord claim(Fetch fetch, String name, Instant now) {
    return JobRecord.of(
        fetch.enrollment() + "/" + fetch.month() + name,
        fetch,
        JobRecord.Step.CONTROL,
        null,
        now,
        null,
        StepFigures.RUNNING);
  }

  /** Of one reason one record a day. */
  private void note(Skipped skip, Instant now) {
    YearMonth month = skip.month() == null ? YearMonth.from(today(now)) : skip.month();
    String id = skip.enrollment() + "/" + month + "/skip/" + today(now) + "/" + skip.reason();
    log.putIfAbsent(
        JobRecord.of(
            id,
            new Fetch(skip.enrollment(), month, RunId.at(now)),
            JobRecord.Step.CONTROL,
            null,
            now,
            now,
            StepFigures.of(SKIPPED, skip.reason())));
  }

  private static LocalDate today(Instant at) {
    return LocalDate.ofInstant(at, ZoneOffset.UTC);
  }
}
