package com.contoso.tollbooth;

import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.DayLines;
import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Enrollments;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.StepFigures;
import com.contoso.tollbooth.usage.UsageDay;
import com.contoso.tollbooth.usage.ledger.DayOutcome;
import com.contoso.tollbooth.usage.ledger.DayRevision;
import com.contoso.tollbooth.usage.ledger.RateCard;
import com.contoso.tollbooth.usage.ledger.RateCards;
import com.contoso.tollbooth.usage.ledger.UsageLedger;
import com.contoso.tollbooth.usage.split.DayFileReplaced;
import java.io.IOException;
import java.util.Optional;
import java.util.function.Function;

/** Applies a day file to the ledger; passes over one that a newer run's has taken the place of. */
record ApplyDay(
    Enrollments enrollments,
    Function<DayFile, DayLines> readDayFile,
    Function<UsageDay, Optional<DayFile>> findDayFile,
    UsageLedger ledger,
    RateCards rates,
    JobLog jobs) {
  /** How many of the newest decisions on the month are looked at. */
  private static final int DECISIONS = 100;

  DayOutcome apply(DayFile day) throws IOException {
    try {
      return ledger.apply(
          new DayRevision(day, readDayFile.apply(day), rates(day.fetch().enrollment())));
    } catch (DayFileReplaced replaced) {
      if (isOutdated(day)) {
        return new DayOutcome(DayOutcome.Kind.SUPERSEDED, 0, 0, 0);
      }
      throw replaced;
    }
  }

  private RateCard rates(EnrollmentNumber number) throws IOException {
    String currency = enrollments.find(number).map(Enrollment::currency).orElse("");
    return rates.of(number).in(currency);
  }

  /** Of no newer run, the file is damaged. */
  private boolean isOutdated(DayFile day) {
    Fetch fetch = day.fetch();
    return findDayFile
            .apply(new UsageDay(fetch.enrollment(), day.day()))
            .filter(newest -> newest.fetch().run().compareTo(fetch.run()) > 0)
            .isPresent()
        || isBeingSplitAnew(fetch);
  }

  /** A newer run puts its day files in their places one by one, and says so when all are there. */
  private boolean isBeingSplitAnew(Fetch fetch) {
    return jobs.decisions(fetch.enrollment(), fetch.month(), DECISIONS).stream()
        .filter(claim -> claim.ended() == null)
        .map(JobRecord::fetch)
        .filter(newer -> newer.run().compareTo(fetch.run()) > 0)
        .flatMap(newer -> jobs.run(newer.enrollment(), newer.month(), newer.run()).stream())
        .anyMatch(step -> step.step() == JobRecord.Step.SPLIT);
  }

  /** What is told of a day's step. */
  static StepFigures figures(DayFile day, DayOutcome outcome) {
    return new StepFigures(
        switch (outcome.kind()) {
          case APPLIED -> JobRecord.Outcome.DONE;
          case UNCHANGED, REPEATED -> JobRecord.Outcome.UNCHANGED;
          case SUPERSEDED -> JobRecord.Outcome.SKIPPED;
        },
        outcome.lines(),
        outcome.written() + outcome.retired(),
        day.file().bytes(),
        day.file().sha256(),
        outcome.kind() == DayOutcome.Kind.SUPERSEDED ? "a newer report has its place" : null);
  }
}
