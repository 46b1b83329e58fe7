package com.contoso.tollbooth;

import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.DayLines;
import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Enrollments;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.JobSteps;
import com.contoso.tollbooth.usage.StepFigures;
import com.contoso.tollbooth.usage.ledger.DayOutcome;
import com.contoso.tollbooth.usage.ledger.DayRevision;
import com.contoso.tollbooth.usage.ledger.RateCard;
import com.contoso.tollbooth.usage.ledger.RateCards;
import com.contoso.tollbooth.usage.ledger.UsageLedger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;

/** Applies a day file to the ledger. */
record ProcessDailyUsage(
    Enrollments enrollments,
    Function<DayFile, DayLines> readDayFile,
    UsageLedger ledger,
    RateCards rates,
    JobSteps steps)
    implements Function<DayFile, DayOutcome> {

  @Override
  public DayOutcome apply(DayFile day) {
    try {
      return steps.step(
          day.fetch(),
          JobRecord.Step.PROCESS,
          day.day(),
          () ->
              ledger.apply(
                  new DayRevision(day, readDayFile.apply(day), rates(day.fetch().enrollment()))),
          outcome -> figures(day, outcome));
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
  }

  private RateCard rates(EnrollmentNumber number) throws IOException {
    String currency = enrollments.find(number).map(Enrollment::currency).orElse("");
    return rates.of(number).in(currency);
  }

  private static StepFigures figures(DayFile day, DayOutcome outcome) {
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
        outcome.kind() == DayOutcome.Kind.SUPERSEDED ? "a newer report was applied before" : null);
  }
}
