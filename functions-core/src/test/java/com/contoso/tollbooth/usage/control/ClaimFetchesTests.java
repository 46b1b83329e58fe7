package com.contoso.tollbooth.usage.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contoso.tollbooth.usage.AccessKey;
import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Enrollments;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.MemoryJobLog;
import com.contoso.tollbooth.usage.UsageSettings;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClaimFetchesTests {
  private static final EnrollmentNumber ONE = new EnrollmentNumber("100-1");
  private static final EnrollmentNumber OFF = new EnrollmentNumber("100-2");
  private static final YearMonth MARCH = YearMonth.of(2026, 3);

  private final List<Enrollments.Unreadable> unreadable = new ArrayList<>();
  private final MemoryJobLog log = new MemoryJobLog();
  private Instant now = Instant.parse("2026-03-20T04:00:00Z");
  private final ClaimFetches control =
      new ClaimFetches(
          new Known(List.of(enrollment(ONE, true), enrollment(OFF, false)), unreadable),
          log,
          new UsageSettings(10, Duration.ofHours(6)),
          () -> now);
  private final EndUsageRun end = new EndUsageRun(log, () -> now);

  @Test
  void fetchesThePresentMonthOfWhatIsEnabled() {
    UsagePlan plan = due();

    assertThat(plan.fetches()).extracting(Fetch::enrollment).containsExactly(ONE);
    assertThat(plan.fetches()).extracting(Fetch::month).containsExactly(MARCH);
    assertThat(plan.skipped())
        .containsExactly(new UsagePlan.Skipped(OFF, null, "its detailed report is not enabled"));
  }

  @Test
  void saysWhichDocumentIsNoEnrollmentAndFetchesTheOthers() {
    unreadable.add(new Enrollments.Unreadable(new EnrollmentNumber("7"), "it is no JSON object"));

    var skip = new UsagePlan.Skipped(new EnrollmentNumber("7"), null, "it is no JSON object");
    assertThat(due().fetches()).extracting(Fetch::enrollment).containsExactly(ONE);
    assertThat(due().skipped()).contains(skip);
    assertThat(control.apply(new UsageRequest.Asked(null, MARCH)).skipped()).containsExactly(skip);
    assertThat(log.newest(skip.enrollment(), 10))
        .singleElement()
        .satisfies(
            note -> {
              assertThat(note.outcome()).isEqualTo(JobRecord.Outcome.SKIPPED);
              assertThat(note.reason()).isEqualTo("it is no JSON object");
            });
  }

  @Test
  void fetchesAMonthUntilTenDaysAfterItsEnd() {
    now = Instant.parse("2026-04-10T23:59:59Z");
    assertThat(due().fetches())
        .extracting(Fetch::month)
        .containsExactly(MARCH.plusMonths(1), MARCH);

    now = Instant.parse("2026-04-11T00:00:00Z");
    assertThat(due().fetches()).extracting(Fetch::month).containsExactly(MARCH.plusMonths(1));
  }

  @Test
  void skipsWhatWasDoneTodayAndSaysSoInTheJobLog() {
    Fetch done = due().fetches().getFirst();
    ended(done, JobRecord.Outcome.DONE);
    now = now.plus(Duration.ofHours(1));

    UsagePlan again = due();

    assertThat(again.fetches()).isEmpty();
    assertThat(again.skipped())
        .contains(new UsagePlan.Skipped(ONE, MARCH, "it was done today, in run " + done.run()));
    assertThat(log.newest(ONE, 10))
        .anySatisfy(
            entry -> {
              assertThat(entry.outcome()).isEqualTo(JobRecord.Outcome.SKIPPED);
              assertThat(entry.reason()).isEqualTo("it was done today, in run " + done.run());
            });
  }

  @Test
  void notesOneSkipADay() {
    ended(due().fetches().getFirst(), JobRecord.Outcome.DONE);
    for (int hour = 0; hour < 5; hour++) {
      now = now.plus(Duration.ofHours(1));
      due();
    }

    assertThat(log.newest(ONE, 100))
        .filteredOn(entry -> entry.outcome() == JobRecord.Outcome.SKIPPED)
        .hasSize(1);
  }

  @Test
  void fetchesAgainTheNextDay() {
    ended(due().fetches().getFirst(), JobRecord.Outcome.DONE);
    now = now.plus(Duration.ofDays(1));

    assertThat(due().fetches()).hasSize(1);
  }

  @Test
  void fetchesAgainWhatFailed() {
    ended(due().fetches().getFirst(), JobRecord.Outcome.FAILED);
    now = now.plus(Duration.ofHours(1));
    Fetch second = due().fetches().getFirst();
    ended(second, JobRecord.Outcome.FAILED);
    now = now.plus(Duration.ofHours(1));

    assertThat(due().fetches()).hasSize(1);
  }

  @Test
  void leavesARunAtWorkUntilItCountsAsLost() {
    due();
    now = now.plus(Duration.ofHours(6).minusSeconds(1));
    assertThat(due().fetches()).isEmpty();

    now = now.plusSeconds(1);
    assertThat(due().fetches()).hasSize(1);
  }

  @Test
  void fetchesWhatIsAskedForThoughItWasDoneToday() {
    ended(due().fetches().getFirst(), JobRecord.Outcome.DONE);
    now = now.plusSeconds(60);

    UsagePlan plan = control.apply(new UsageRequest.Asked(ONE, YearMonth.of(2025, 7)));
    assertThat(plan.fetches()).extracting(Fetch::month).containsExactly(YearMonth.of(2025, 7));
    assertThat(control.apply(new UsageRequest.Asked(ONE, null)).fetches())
        .extracting(Fetch::month)
        .containsExactly(MARCH);
  }

  @Test
  void fetchesADisabledEnrollmentOnlyIfItIsNamed() {
    assertThat(control.apply(new UsageRequest.Asked(null, MARCH)).fetches())
        .extracting(Fetch::enrollment)
        .containsExactly(ONE);
    assertThat(control.apply(new UsageRequest.Asked(OFF, MARCH)).fetches()).hasSize(1);
  }

  @Test
  void refusesAnUnknownEnrollment() {
    assertThatThrownBy(() -> control.apply(new UsageRequest.Asked(new EnrollmentNumber("9"), null)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("there is no enrollment 9");
  }

  @Test
  void ofManyControllersAtOnceOneStartsEachFetch() throws Exception {
    var start = new CountDownLatch(1);
    try (var threads = Executors.newFixedThreadPool(8)) {
      var plans =
          Stream.generate(
                  () ->
                      (Callable<UsagePlan>)
                          () -> {
                            start.await();
                            return due();
                          })
              .limit(8)
              .map(threads::submit)
              .toList();
      start.countDown();

      List<Fetch> fetches = new ArrayList<>();
      for (var plan : plans) {
        fetches.addAll(plan.get().fetches());
      }
      assertThat(fetches).hasSize(1);
    }
  }

  @Test
  void notesHowARunEnded() {
    Fetch fetch = due().fetches().getFirst();
    now = now.plusSeconds(90);

    end.accept(new RunEnd(fetch, JobRecord.Outcome.FAILED, 10, 2, 3_000, "the report is cut off"));

    assertThat(log.decisions(ONE, MARCH, 10))
        .singleElement()
        .satisfies(
            entry -> {
              assertThat(entry.outcome()).isEqualTo(JobRecord.Outcome.FAILED);
              assertThat(entry.ended()).isEqualTo(now);
              assertThat(entry.reason()).isEqualTo("the report is cut off");
              assertThat(entry.lines()).isEqualTo(10);
            });
  }

  private UsagePlan due() {
    return control.apply(new UsageRequest.Due());
  }

  private void ended(Fetch fetch, JobRecord.Outcome outcome) {
    end.accept(new RunEnd(fetch, outcome, 0, 0, 0, null));
  }

  private static Enrollment enrollment(EnrollmentNumber number, boolean enabled) {
    return new Enrollment(
        number,
        "",
        new AccessKey.Plain("key"),
        Enrollment.ReportSource.LEGACY_EA,
        enabled,
        false,
        Map.of());
  }

  private record Known(List<Enrollment> all, List<Enrollments.Unreadable> unreadable)
      implements Enrollments {
    @Override
    public Optional<Enrollment> find(EnrollmentNumber number) {
      return all.stream().filter(each -> each.number().equals(number)).findFirst();
    }

    @Override
    public void put(Enrollment enrollment) {
      throw new UnsupportedOperationException();
    }
  }
}
