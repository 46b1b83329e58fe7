package com.contoso.tollbooth;

import static com.contoso.tollbooth.UsageTestbed.MONTH;
import static com.contoso.tollbooth.UsageTestbed.ONE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.JobRecord.Outcome;
import com.contoso.tollbooth.usage.RawReport;
import com.contoso.tollbooth.usage.StepFigures;
import com.contoso.tollbooth.usage.UsageDay;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.UsageFolder;
import com.contoso.tollbooth.usage.UsageMonth;
import com.contoso.tollbooth.usage.control.RunEnd;
import com.contoso.tollbooth.usage.control.UsageRequest;
import com.contoso.tollbooth.usage.control.UsageRunReport;
import com.contoso.tollbooth.usage.ledger.DayOutcome;
import com.contoso.tollbooth.usage.retrieve.RetrieveOutcome;
import com.contoso.tollbooth.usage.split.SplitOutcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Runs of the whole pipeline, as it is wired, where something goes wrong or comes twice. */
class UsageRunsTests {
  private static final String RESTATED = "2026-02 of enrollment 100-1 is restated";
  private static final String FAILED = "Usage of enrollment 100-1 for 2026-02 could not be loaded";

  private final UsageTestbed testbed = new UsageTestbed();

  @AfterEach
  void close() {
    testbed.close();
  }

  private RunEnd run(Fetch fetch) {
    return testbed.<Function<Fetch, RunEnd>>function("runUsageMonth").apply(fetch);
  }

  private List<DayFile> split(Fetch fetch) {
    Function<Fetch, RetrieveOutcome> retrieve = testbed.function("retrieveUsage");
    Function<RawReport, SplitOutcome> split = testbed.function("splitUsage");
    var stored = (RetrieveOutcome.Stored) retrieve.apply(fetch);
    return ((SplitOutcome.Split) split.apply(stored.report())).days();
  }

  private DayOutcome process(DayFile day) {
    return testbed.<Function<DayFile, DayOutcome>>function("processDailyUsage").apply(day);
  }

  /** February, closed, with three days of ten each. */
  private void closedMonth() {
    testbed.serve(10, 10, 10);
    assertThat(run(testbed.claim()).outcome()).isEqualTo(Outcome.DONE);
    assertThat(testbed.mails.subjects()).isEmpty();
  }

  @Test
  void mailsARestatementOnceThoughALaterDayOfItsRunFails() {
    closedMonth();
    testbed.serve(10, 15, 10);
    testbed.ledger.failOn(MONTH.atDay(3));

    assertThat(run(testbed.claim()).outcome()).isEqualTo(Outcome.FAILED);
    assertThat(testbed.mails.subjects()).containsExactlyInAnyOrder(RESTATED, FAILED);

    testbed.ledger.failNoMore();
    assertThat(run(testbed.claim()).outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(testbed.mails.subjects()).hasSize(2);
  }

  @Test
  void endsAFailedRunAsFailedThoughTheControllerNotedAnotherDecisionOfTheSameMoment() {
    testbed.serve(10, 10);
    testbed.ledger.failOn(MONTH.atDay(1));
    Fetch fetch = testbed.claim();
    testbed.log.put(
        JobRecord.of(
            "a-note",
            fetch,
            JobRecord.Step.CONTROL,
            null,
            Instant.EPOCH,
            Instant.EPOCH,
            StepFigures.of(Outcome.SKIPPED, "a document is no enrollment")));

    assertThat(run(fetch).outcome()).isEqualTo(Outcome.FAILED);

    assertThat(testbed.mails.subjects()).containsExactly(FAILED);
    assertThat(testbed.log.unended()).isEmpty();
  }

  @Test
  void theNextRunMailsARestatementThatCouldNotBeMailed() {
    closedMonth();
    testbed.serve(10, 15, 10);
    testbed.mails.breakDown();
    assertThat(run(testbed.claim()).outcome()).isEqualTo(Outcome.DONE);
    assertThat(testbed.mails.subjects()).isEmpty();

    testbed.mails.by(mail -> {});
    assertThat(run(testbed.claim()).outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(testbed.mails.subjects()).containsExactly(RESTATED);
  }

  @Test
  void theControllerMailsARestatementThatCouldNotBeMailed() {
    closedMonth();
    testbed.serve(10, 15, 10);
    testbed.mails.breakDown();
    run(testbed.claim());
    assertThat(testbed.control().fetches()).isNotEmpty();

    testbed.mails.by(mail -> {});
    testbed.control();
    testbed.control();

    assertThat(testbed.mails.subjects()).containsExactly(RESTATED);
  }

  @Test
  void nobodyMailsHalfOfARestatementWhoseRunIsAtWork() {
    closedMonth();
    testbed.serve(15, 15, 10);
    Fetch atWork = testbed.claim();
    List<DayFile> days = split(atWork);
    process(days.getFirst());

    testbed.control();
    assertThat(testbed.mails.subjects()).isEmpty();

    assertThat(run(atWork).outcome()).isEqualTo(Outcome.DONE);
    assertThat(testbed.mails.subjects()).containsExactly(RESTATED);
  }

  @Test
  void everyRunEndsThoughTheMailOfAFailureCannotBeSent() {
    testbed.enrolled.add(UsageTestbed.enrollment(new EnrollmentNumber("100-2")));
    testbed.serve(10);
    testbed.ledger.failOn(MONTH.atDay(1));
    testbed.mails.breakDown();
    Function<UsageRequest, UsageRunReport> runUsage = testbed.function("runUsage");

    UsageRunReport report = runUsage.apply(new UsageRequest.Asked(null, MONTH));

    assertThat(report.runs())
        .hasSize(2)
        .allMatch(end -> "the ledger cannot be reached".equals(end.reason()));
    assertThat(report.runs())
        .extracting(end -> testbed.claimOf(end.fetch()).outcome())
        .containsOnly(Outcome.FAILED);
  }

  /** Whoever waits for the end may then end the process. */
  @Test
  void mailsOfAFailureBeforeItsRunEnds() {
    testbed.serve(10);
    testbed.ledger.failOn(MONTH.atDay(1));
    Fetch fetch = testbed.claim();
    List<Outcome> seen = new ArrayList<>();
    testbed.mails.by(mail -> seen.add(testbed.claimOf(fetch).outcome()));

    run(fetch);

    assertThat(seen).containsExactly(Outcome.RUNNING);
    assertThat(testbed.claimOf(fetch).outcome()).isEqualTo(Outcome.FAILED);
  }

  @Test
  void mailsWhatADayAppliedAgainRestatesBeforeItsStepEnds() {
    testbed.serve(10, 10, 10);
    Fetch open = testbed.claim();
    List<DayFile> days = split(open);
    testbed.ledger.failOn(MONTH.atDay(2));
    assertThat(run(open).outcome()).isEqualTo(Outcome.FAILED);
    testbed.ledger.failNoMore();
    testbed.control();
    List<Outcome> seen = new ArrayList<>();
    testbed.mails.by(mail -> seen.add(testbed.processed(open, 2).outcome()));
    closed();

    testbed.<Function<DayFile, DayOutcome>>function("reapplyUsageDay").apply(days.get(1));

    assertThat(seen).containsExactly(Outcome.RUNNING);
    assertThat(testbed.processed(open, 2).outcome()).isEqualTo(Outcome.DONE);
  }

  private void closed() {
    testbed.<Function<UsageMonth, ?>>function("settleMonth").apply(new UsageMonth(ONE, MONTH));
  }

  @Test
  void anOlderRunLeavesTheDayFilesOfANewerOneAlone() {
    testbed.moveTo("2026-03-01T04:00:00Z");
    testbed.serve(everyDay(10));
    Fetch older = testbed.claim();
    List<DayFile> days = split(older);
    testbed.serve(everyDay(20));
    Fetch newer = testbed.claim();
    split(newer);

    assertThat(days).isNotEmpty().allMatch(day -> skipped(process(day)));
    assertThat(testbed.processed(older, 1))
        .satisfies(
            step -> {
              assertThat(step.outcome()).isEqualTo(Outcome.SKIPPED);
              assertThat(step.reason()).isEqualTo("a newer report has its place");
            });
    assertThat(run(older).outcome()).isEqualTo(Outcome.SKIPPED);
    assertThat(run(newer).outcome()).isEqualTo(Outcome.DONE);
    assertThat(testbed.mails.subjects()).isEmpty();
    assertThat(testbed.ledger.cost(ONE, MONTH.atDay(3))).isEqualTo("20");
  }

  private static int[] everyDay(int cost) {
    int[] costs = new int[MONTH.lengthOfMonth()];
    Arrays.fill(costs, cost);
    return costs;
  }

  @Test
  void anOlderRunLeavesTheDayFilesAloneThatANewerOneIsSplitting() {
    testbed.serve(10, 10, 10);
    Fetch older = testbed.claim();
    List<DayFile> days = split(older);
    Fetch newer = testbed.claim();
    testbed.log.put(
        JobRecord.of(
            "split", newer, JobRecord.Step.SPLIT, null, Instant.EPOCH, null, StepFigures.RUNNING));
    replace(days.getFirst());

    assertThat(skipped(process(days.getFirst()))).isTrue();
  }

  private static boolean skipped(DayOutcome outcome) {
    return outcome.kind() == DayOutcome.Kind.SUPERSEDED;
  }

  @Test
  void aDayFileThatIsDamagedFailsItsDay() {
    testbed.serve(10, 10, 10);
    Fetch before = testbed.claim();
    split(before);
    Fetch fetch = testbed.claim();
    DayFile day = split(fetch).getFirst();
    replace(day);

    assertThatThrownBy(() -> process(day)).hasMessageContaining("is no longer the file of run");
    assertThat(testbed.processed(fetch, 1).outcome()).isEqualTo(Outcome.FAILED);
  }

  private void replace(DayFile day) {
    try (UsageFiles.NewFile file =
        testbed.files.create(UsageFolder.NEW_DAILY_SPLIT, day.file().name())) {
      file.out().write("[]".getBytes(StandardCharsets.UTF_8));
      file.commit();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void aRunThatIsResumedTellsWhatItChangedBeforeItWasCutOff() {
    testbed.serve(10, 10, 10);
    Fetch fetch = testbed.claim();
    List<DayFile> days = split(fetch);
    days.forEach(this::process);
    process(days.getFirst());

    RunEnd end = run(fetch);

    assertThat(end.outcome()).isEqualTo(Outcome.DONE);
    assertThat(end.changed()).isEqualTo(3);
    assertThat(testbed.claimOf(fetch).changed()).isEqualTo(3);
  }

  @Test
  void aDayAppliedAgainWithoutEffectSaysSo() {
    testbed.serve(10, 10, 10);
    Fetch fetch = testbed.claim();
    run(fetch);
    Function<UsageDay, Optional<DayFile>> find = testbed.function("findDayFile");
    DayFile day = find.apply(new UsageDay(ONE, MONTH.atDay(1))).orElseThrow();

    testbed.<Function<DayFile, DayOutcome>>function("reapplyUsageDay").apply(day);

    assertThat(testbed.processed(fetch, 1).outcome()).isEqualTo(Outcome.UNCHANGED);
    assertThat(testbed.processed(fetch, 1).changed()).isZero();
  }

  @Test
  void aRunThatEndedWellDoesNotFailAfterwards() {
    testbed.serve(10);
    Fetch fetch = testbed.claim();
    run(fetch);
    JobRecord ended = testbed.claimOf(fetch);

    testbed
        .<Consumer<RunEnd>>function("failUsageRun")
        .accept(RunEnd.failed(fetch, "a message came too late"));

    assertThat(testbed.claimOf(fetch)).isEqualTo(ended);
    assertThat(testbed.mails.subjects()).isEmpty();
  }

  @Test
  void aRunThatStepsAsideDoesNotCountAsDone() {
    testbed.moveTo("2026-02-20T04:00:00Z");
    testbed.serve(10, 10);
    Fetch first = testbed.control().fetches().getFirst();
    Fetch second = testbed.claim();

    RunEnd aside = run(first);
    assertThat(aside.outcome()).isEqualTo(Outcome.SKIPPED);
    assertThat(aside.reason()).isEqualTo("run " + second.run() + " was begun since");
    assertThat(testbed.claimOf(first).outcome()).isEqualTo(Outcome.SKIPPED);

    testbed.ledger.failOn(MONTH.atDay(1));
    assertThat(run(second).outcome()).isEqualTo(Outcome.FAILED);
    testbed.ledger.failNoMore();
    Fetch third = testbed.control().fetches().getFirst();
    assertThat(run(third).outcome()).isEqualTo(Outcome.DONE);
    assertThat(testbed.control().fetches()).isEmpty();
  }

  @Test
  void aRedriveIsNotTheFetchOfTheDay() {
    testbed.moveTo("2026-02-20T04:00:00Z");
    testbed.serve(10, 40);
    testbed.ledger.failOn(MONTH.atDay(2));
    run(testbed.control().fetches().getFirst());
    testbed.ledger.failNoMore();
    String errors = rejected();
    testbed.moveTo("2026-02-21T00:30:00Z");

    RunEnd redriven = testbed.<Function<String, RunEnd>>function("redriveUsageMonth").apply(errors);
    assertThat(redriven.outcome()).isEqualTo(Outcome.DONE);

    testbed.moveTo("2026-02-21T04:00:00Z");
    assertThat(testbed.control().fetches()).hasSize(1);
  }

  /** The name of a file of rejected lines that has none any more. */
  private String rejected() {
    try {
      String raw = testbed.files.list(UsageFolder.PROCESSED_USAGE, "").getFirst().name();
      String name = raw.replace("-usage.json", "-usage-lines.ndjson");
      try (UsageFiles.NewFile file = testbed.files.create(UsageFolder.ERRORS, name)) {
        file.commit();
      }
      return name;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
