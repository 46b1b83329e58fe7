package com.contoso.tollbooth.usage.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.JobSteps;
import com.contoso.tollbooth.usage.MemoryJobLog;
import com.contoso.tollbooth.usage.MemoryUsageFiles;
import com.contoso.tollbooth.usage.OneEnrollment;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.StepFigures;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class RetrieveUsageTests {
  private static final EnrollmentNumber NUMBER = new EnrollmentNumber("100");
  private static final YearMonth MONTH = YearMonth.of(2026, 2);
  private static final Instant NINE = Instant.parse("2026-02-20T09:00:00Z");
  private static final Fetch FIRST = new Fetch(NUMBER, MONTH, RunId.at(NINE));
  private static final Fetch SECOND = new Fetch(NUMBER, MONTH, RunId.at(NINE.plusSeconds(3600)));

  private final MemoryUsageFiles files = new MemoryUsageFiles();
  private final MemoryJobLog jobs = new MemoryJobLog();
  private final List<String> kept = new ArrayList<>();
  private int version;

  private RetrieveOutcome retrieve(Fetch fetch) {
    return new RetrieveUsage(
            new OneEnrollment(NUMBER, "Roads"),
            this::report,
            new KeptTags(kept),
            files,
            jobs,
            steps())
        .apply(fetch);
  }

  private JobSteps steps() {
    return new JobSteps(jobs, () -> NINE);
  }

  private Retrieval report(Enrollment enrollment, YearMonth month, UsageReports.Sink sink)
      throws java.io.IOException {
    version++;
    sink.restart().write(("[" + version + "]").getBytes(StandardCharsets.UTF_8));
    return new Retrieval.Whole("v" + version);
  }

  private void claim(Fetch fetch, JobRecord.Outcome outcome) {
    jobs.put(
        JobRecord.of(
            "claim-" + fetch.run(),
            fetch,
            JobRecord.Step.CONTROL,
            null,
            NINE,
            outcome == JobRecord.Outcome.RUNNING ? null : NINE,
            StepFigures.of(outcome)));
  }

  @Test
  void aReportThatIsStoredIsNotFetchedAgain() {
    claim(FIRST, JobRecord.Outcome.RUNNING);
    RetrieveOutcome stored = retrieve(FIRST);

    assertThat(retrieve(FIRST)).isEqualTo(stored).isInstanceOf(RetrieveOutcome.Stored.class);
    assertThat(kept).containsExactly("v1");
  }

  @ParameterizedTest
  @EnumSource(names = {"RUNNING", "DONE", "UNCHANGED"})
  void aFetchThatComesAfterANewerRunTakesNoVersionOfTheReport(JobRecord.Outcome newer) {
    claim(FIRST, JobRecord.Outcome.RUNNING);
    claim(SECOND, newer);

    assertThat(retrieve(FIRST))
        .isEqualTo(
            new RetrieveOutcome.Nothing(
                FIRST, RetrieveOutcome.Why.OVERTAKEN, "run " + SECOND.run() + " was begun since"));
    assertThat(kept).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(names = {"FAILED", "SKIPPED"})
  void oneThatBroughtNothingDoesNotCount(JobRecord.Outcome newer) {
    claim(FIRST, JobRecord.Outcome.RUNNING);
    claim(SECOND, newer);

    assertThat(retrieve(FIRST)).isInstanceOf(RetrieveOutcome.Stored.class);
  }

  private record KeptTags(List<String> kept) implements ReportTags {
    @Override
    public Optional<String> find(EnrollmentNumber enrollment, YearMonth month, Kind kind) {
      return Optional.empty();
    }

    @Override
    public void keep(EnrollmentNumber enrollment, YearMonth month, Kind kind, String tag) {
      kept.add(tag);
    }

    @Override
    public void forget(EnrollmentNumber enrollment, YearMonth month, Kind kind) {
      kept.clear();
    }
  }
}
