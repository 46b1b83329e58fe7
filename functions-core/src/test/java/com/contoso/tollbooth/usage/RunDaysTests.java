package com.contoso.tollbooth.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.junit.jupiter.api.Test;

class RunDaysTests {
  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00Z");
  private static final LocalDate FIRST = LocalDate.of(2026, 3, 1);
  private static final LocalDate SECOND = LocalDate.of(2026, 3, 2);
  private static final Fetch RUN = run(NOON);

  private final RunDays days = new RunDays(RUN, List.of(FIRST, SECOND));

  @Test
  void areProcessedWhenEachHasEndedHoweverItDid() {
    assertThat(
            days.areProcessedIn(
                List.of(
                    processed(RUN, FIRST, JobRecord.Outcome.SKIPPED),
                    processed(RUN, SECOND, JobRecord.Outcome.UNCHANGED))))
        .isTrue();
    assertThat(new RunDays(RUN, List.of()).areProcessedIn(List.of())).isTrue();
  }

  @Test
  void areNotWhileOneIsMissingAtWorkOrFailed() {
    JobRecord first = processed(RUN, FIRST, JobRecord.Outcome.DONE);

    assertThat(days.areProcessedIn(List.of(first))).isFalse();
    for (var outcome : List.of(JobRecord.Outcome.RUNNING, JobRecord.Outcome.FAILED)) {
      assertThat(days.areProcessedIn(List.of(first, processed(RUN, SECOND, outcome)))).isFalse();
    }
  }

  @Test
  void areNotBecauseAnotherRunOrStepHasThem() {
    JobRecord first = processed(RUN, FIRST, JobRecord.Outcome.DONE);
    JobRecord others = processed(run(NOON.plusSeconds(9)), SECOND, JobRecord.Outcome.DONE);
    JobRecord split = record(RUN, JobRecord.Step.SPLIT, SECOND, JobRecord.Outcome.DONE);

    assertThat(days.areProcessedIn(List.of(first, others, split))).isFalse();
  }

  private static Fetch run(Instant at) {
    return new Fetch(new EnrollmentNumber("100"), YearMonth.of(2026, 3), RunId.at(at));
  }

  private static JobRecord processed(Fetch fetch, LocalDate day, JobRecord.Outcome outcome) {
    return record(fetch, JobRecord.Step.PROCESS, day, outcome);
  }

  private static JobRecord record(
      Fetch fetch, JobRecord.Step step, LocalDate day, JobRecord.Outcome outcome) {
    return new JobRecord(
        step + "/" + day, fetch, step, day, NOON, NOON, outcome, 1, 1, 1, null, null);
  }
}
