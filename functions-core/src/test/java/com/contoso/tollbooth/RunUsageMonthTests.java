package com.contoso.tollbooth;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobRecord.Outcome;
import com.contoso.tollbooth.usage.RawReport;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.StoredFile;
import com.contoso.tollbooth.usage.Totals;
import com.contoso.tollbooth.usage.control.RunEnd;
import com.contoso.tollbooth.usage.ledger.DayOutcome;
import com.contoso.tollbooth.usage.retrieve.RetrieveOutcome;
import com.contoso.tollbooth.usage.split.SplitOutcome;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class RunUsageMonthTests {
  private static final Fetch FETCH =
      new Fetch(
          new EnrollmentNumber("100-1"),
          YearMonth.of(2026, 2),
          RunId.at(Instant.parse("2026-03-01T04:00:00Z")));
  private static final StoredFile FILE = new StoredFile("raw", 3, "00");
  private static final RawReport REPORT = new RawReport(FETCH, FILE);

  private final List<String> done = new ArrayList<>();
  private final List<RunEnd> failed = new ArrayList<>();

  @Test
  void appliesEachDayOfAReportAndCloses() {
    RunEnd end = run(REPORT_STORED, report -> split(1, 2));

    assertThat(done).containsExactly("day 2026-02-01", "day 2026-02-02", "close");
    assertThat(end.outcome()).isEqualTo(Outcome.DONE);
    assertThat(failed).isEmpty();
  }

  @Test
  void closesAMonthForWhichThereIsNothing() {
    run(
        fetch -> new RetrieveOutcome.Nothing(fetch, RetrieveOutcome.Why.NOTHING_NEW, "nothing new"),
        report -> split(1));

    assertThat(done).containsExactly("close");
  }

  @Test
  void failsARunWhoseReportIsRefused() {
    RunEnd end = run(REPORT_STORED, report -> new SplitOutcome.Refused(FETCH, "it is cut off"));

    assertThat(done).isEmpty();
    assertThat(end.outcome()).isEqualTo(Outcome.FAILED);
    assertThat(failed).containsExactly(end);
    assertThat(end.reason()).isEqualTo("it is cut off");
  }

  @Test
  void failsARunWhoseDayCannotBeAppliedAndLeavesItOpen() {
    RunEnd end = run(REPORT_STORED, report -> split(1, 13));

    assertThat(done).containsExactly("day 2026-02-01");
    assertThat(failed).containsExactly(end);
    assertThat(end.reason()).isEqualTo("an unlucky day");
  }

  @Test
  void namesAFaultThatSaysNothing() {
    RunEnd end =
        run(
            fetch -> {
              throw new IllegalStateException();
            },
            report -> split(1));

    assertThat(end.reason()).isEqualTo("IllegalStateException");
  }

  private static final Function<Fetch, RetrieveOutcome> REPORT_STORED =
      fetch -> new RetrieveOutcome.Stored(REPORT);

  private RunEnd run(
      Function<Fetch, RetrieveOutcome> retrieve, Function<RawReport, SplitOutcome> split) {
    return new RunUsageMonth(retrieve, split, this::process, this::close, failed::add).apply(FETCH);
  }

  private DayOutcome process(DayFile day) {
    if (day.day().getDayOfMonth() == 13) {
      throw new IllegalStateException("an unlucky day");
    }
    done.add("day " + day.day());
    return new DayOutcome(DayOutcome.Kind.APPLIED, 1, 1, 0);
  }

  private RunEnd close(Fetch fetch) {
    done.add("close");
    return new RunEnd(fetch, Outcome.DONE, 1, 1, 1, null);
  }

  private static SplitOutcome split(int... days) {
    var files = new ArrayList<DayFile>();
    for (int day : days) {
      files.add(new DayFile(FETCH, FETCH.month().atDay(day), FILE, Totals.NONE, 0));
    }
    return new SplitOutcome.Split(FETCH, files, List.of(), Totals.NONE, 0, null);
  }
}
