package com.contoso.tollbooth.usage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What every job log does. */
public abstract class JobLogContract {
  private static final Instant NOON = Instant.parse("2026-03-10T12:00:00.250Z");
  private static final YearMonth MARCH = YearMonth.of(2026, 3);
  private static final EnrollmentNumber ONE = new EnrollmentNumber("100-1");
  private static final EnrollmentNumber TWO = new EnrollmentNumber("100-2");

  protected abstract JobLog log();

  @Test
  void givesBackWhatWasEntered() {
    JobRecord whole =
        new JobRecord(
            "100-1/process/2026-03-04",
            new Fetch(ONE, MARCH, RunId.at(NOON)),
            JobRecord.Step.PROCESS,
            LocalDate.of(2026, 3, 4),
            NOON,
            NOON.plusSeconds(3),
            JobRecord.Outcome.FAILED,
            2_142,
            7,
            1_234_567_890_123L,
            "ab12",
            "it said “no”");

    log().put(whole);

    assertThat(log().newest(ONE, 10)).containsExactly(whole);
  }

  @Test
  void lastEntryOfAnIdStands() {
    log().put(entry("a", ONE, JobRecord.Step.SPLIT, 0, null));
    JobRecord done = entry("a", ONE, JobRecord.Step.SPLIT, 0, NOON.plusSeconds(9));

    log().put(done);

    assertThat(log().newest(null, 10)).containsExactly(done);
  }

  @Test
  void firstClaimOfAnIdStands() {
    JobRecord first = entry("claim", ONE, JobRecord.Step.CONTROL, 0, null);

    assertThat(log().putIfAbsent(first)).isTrue();
    assertThat(log().putIfAbsent(entry("claim", ONE, JobRecord.Step.CONTROL, 5, null))).isFalse();

    assertThat(log().newest(ONE, 10)).containsExactly(first);
  }

  @Test
  void ofManyClaimsAtOnceOneIsEntered() throws Exception {
    var start = new CountDownLatch(1);
    JobLog log = log();
    try (var threads = Executors.newFixedThreadPool(8)) {
      var claims =
          IntStream.range(0, 8)
              .mapToObj(
                  n ->
                      (Callable<Boolean>)
                          () -> {
                            start.await();
                            return log.putIfAbsent(
                                entry("claim", ONE, JobRecord.Step.CONTROL, n, null));
                          })
              .map(threads::submit)
              .toList();
      start.countDown();

      int entered = 0;
      for (Future<Boolean> claim : claims) {
        entered += claim.get() ? 1 : 0;
      }
      assertThat(entered).isEqualTo(1);
    }
  }

  @Test
  void listsTheNewestFirst() {
    JobRecord old = entry("a", ONE, JobRecord.Step.RETRIEVE, 0, null);
    JobRecord newer = entry("b", TWO, JobRecord.Step.SPLIT, 1, null);
    JobRecord newest = entry("c", ONE, JobRecord.Step.PROCESS, 2, null);
    log().put(newer);
    log().put(newest);
    log().put(old);

    assertThat(log().newest(null, 10)).containsExactly(newest, newer, old);
    assertThat(log().newest(null, 2)).containsExactly(newest, newer);
    assertThat(log().newest(ONE, 10)).containsExactly(newest, old);
  }

  @Test
  void listsTheStepsOfARun() {
    JobRecord split = entry("b", ONE, JobRecord.Step.SPLIT, 1, null);
    JobRecord retrieve = entry("a", ONE, JobRecord.Step.RETRIEVE, 0, null);
    log().put(split);
    log().put(retrieve);
    log().put(entry("c", TWO, JobRecord.Step.SPLIT, 1, null));

    assertThat(log().run(ONE, MARCH, RunId.at(NOON))).containsExactly(retrieve, split);
    assertThat(log().run(ONE, MARCH, RunId.at(NOON.plusSeconds(1)))).isEmpty();
  }

  @Test
  void listsTheDecisionsOnAMonth() {
    JobRecord decision = entry("a", ONE, JobRecord.Step.CONTROL, 0, null);
    log().put(decision);
    log().put(entry("b", ONE, JobRecord.Step.RETRIEVE, 1, null));
    log().put(entry("c", TWO, JobRecord.Step.CONTROL, 2, null));

    assertThat(log().decisions(ONE, MARCH, 10)).containsExactly(decision);
    assertThat(log().decisions(ONE, MARCH.plusMonths(1), 10)).isEmpty();
  }

  @Test
  void listsTheClaimsThatHaveNotEnded() {
    JobRecord later = entry("b", ONE, JobRecord.Step.CONTROL, 5, null);
    JobRecord earlier = entry("c", TWO, JobRecord.Step.CONTROL, 1, null);
    log().put(later);
    log().put(earlier);
    log().put(entry("a", ONE, JobRecord.Step.CONTROL, 0, NOON.plusSeconds(9)));
    log().put(entry("d", ONE, JobRecord.Step.SPLIT, 2, null));

    assertThat(log().unended()).containsExactly(earlier, later);
  }

  private static JobRecord entry(
      String id,
      EnrollmentNumber enrollment,
      JobRecord.Step step,
      long seconds,
      @Nullable Instant ended) {
    return new JobRecord(
        id,
        new Fetch(enrollment, MARCH, RunId.at(NOON)),
        step,
        null,
        NOON.plusSeconds(seconds),
        ended,
        ended == null ? JobRecord.Outcome.RUNNING : JobRecord.Outcome.DONE,
        0,
        0,
        0,
        null,
        null);
  }
}
