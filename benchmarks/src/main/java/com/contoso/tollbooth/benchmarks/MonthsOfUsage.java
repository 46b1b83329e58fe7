package com.contoso.tollbooth.benchmarks;

import com.contoso.tollbooth.usage.AccessKey;
import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Enrollments;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.StepFigures;
import com.contoso.tollbooth.usage.ledger.LedgerMonth;
import com.contoso.tollbooth.usage.ledger.MonthState;
import com.contoso.tollbooth.usage.ledger.UsageLedger;
import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/**
 * Half a year of usage of two enrollments: half of the lines are of the month that is looked at, a
 * quarter of the one before, a sixteenth of each of four more. The larger enrollment has three of
 * four lines. A closed month is restated in each, and each has a job log of half a year.
 */
record MonthsOfUsage(ApplicationContext host, int lines) {
  static final YearMonth MONTH = YearMonth.of(2026, 6);

  /** The reports of today and the day before are not there yet. */
  static final LocalDate TODAY = MONTH.atDay(29);

  private static final LocalDate LAST = TODAY.minusDays(2);
  private static final EnrollmentNumber SMALLER = new EnrollmentNumber("200");
  private static final int MONTHS_BEFORE = 5;

  void enter() throws IOException {
    for (int back = MONTHS_BEFORE; back >= 0; back--) {
      YearMonth month = MONTH.minusMonths(back);
      int days = back == 0 ? LAST.getDayOfMonth() : month.lengthOfMonth();
      int perDay = lines / days / (back == 0 ? 2 : back == 1 ? 4 : 16);
      enter(SampleUsage.ENROLLMENT, month, days, perDay * 3 / 4);
      enter(SMALLER, month, days, perDay / 4);
    }
    for (EnrollmentNumber enrollment : List.of(SampleUsage.ENROLLMENT, SMALLER)) {
      host.getBean(Enrollments.class).put(enrollment(enrollment));
      jobs(enrollment);
    }
  }

  private void enter(EnrollmentNumber enrollment, YearMonth month, int days, int perDay)
      throws IOException {
    var ledger = host.getBean(UsageLedger.class);
    for (int day = 1; day <= days; day++) {
      apply(ledger, enrollment, 1, month.atDay(day), perDay, 0);
    }
    boolean closed = month.isBefore(MONTH);
    Instant now = host.getBean(Clock.class).instant();
    ledger.settle(
        new LedgerMonth(enrollment, month, closed ? MonthState.CLOSED : MonthState.OPEN, now));
    if (month.equals(MONTH.minusMonths(1))) {
      apply(ledger, enrollment, 2, month.atDay(days), perDay, 10);
    }
  }

  private static void apply(
      UsageLedger ledger,
      EnrollmentNumber enrollment,
      int run,
      LocalDate day,
      int lines,
      int changed)
      throws IOException {
    var unused =
        ledger.apply(
            SampleUsage.revision(enrollment, run, day, SampleUsage.day(day, lines, changed)));
  }

  private static Enrollment enrollment(EnrollmentNumber number) {
    return new Enrollment(
        number,
        "Enrollment " + number,
        new AccessKey.Plain("key"),
        Enrollment.ReportSource.FOLDER,
        true,
        false,
        Map.of());
  }

  private void jobs(EnrollmentNumber enrollment) {
    var log = host.getBean(JobLog.class);
    for (LocalDate day = MONTH.minusMonths(MONTHS_BEFORE).atDay(1);
        !day.isAfter(TODAY);
        day = day.plusDays(1)) {
      Instant at = day.atTime(4, 0).toInstant(ZoneOffset.UTC);
      var fetch = new Fetch(enrollment, YearMonth.from(day), RunId.at(at));
      for (JobRecord.Step step : JobRecord.Step.values()) {
        log.put(
            JobRecord.of(
                enrollment + "/" + day + "/" + step,
                fetch,
                step,
                step == JobRecord.Step.PROCESS ? day : null,
                at,
                at.plusSeconds(30),
                StepFigures.of(JobRecord.Outcome.DONE)));
      }
    }
  }
}
