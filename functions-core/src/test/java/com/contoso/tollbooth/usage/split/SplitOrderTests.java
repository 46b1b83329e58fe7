package com.contoso.tollbooth.usage.split;

import static com.contoso.tollbooth.usage.split.SplitTestbed.LATER;
import static com.contoso.tollbooth.usage.split.SplitTestbed.MARCH;
import static com.contoso.tollbooth.usage.split.SplitTestbed.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.JobSteps;
import com.contoso.tollbooth.usage.MemoryJobLog;
import com.contoso.tollbooth.usage.MemoryUsageFiles;
import com.contoso.tollbooth.usage.RawReport;
import com.contoso.tollbooth.usage.StoredFile;
import com.contoso.tollbooth.usage.UsageDay;
import com.contoso.tollbooth.usage.UsageFolder;
import com.contoso.tollbooth.usage.split.SplitOutcome.Split;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Two reports of one month, split in any order and at once: the newer one's day files stay. */
class SplitOrderTests {
  private static final Fetch NEWER = new Fetch(MARCH.enrollment(), MARCH.month(), LATER);
  private static final String OLD = report("1");
  private static final String NEW = report("2");

  private final MemoryUsageFiles files = new MemoryUsageFiles();
  private final SplitTestbed testbed = new SplitTestbed(files, 1000);

  @Test
  void leavesTheDayFilesOfANewerReport() {
    split(NEWER, NEW);
    List<String> days = dayFiles();

    var older = (Split) split(MARCH, OLD);

    assertThat(dayFiles()).isEqualTo(days);
    assertThat(older.days()).isEmpty();
    assertThat(older.outdated()).hasSize(31);
    assertThat(testbed.text(UsageFolder.PROCESSED_USAGE, MARCH.rawName())).isEqualTo(OLD);
    assertThat(split(testbed, MARCH)).as("again").isEqualTo(older);
    assertThat(dayFiles()).isEqualTo(days);
    var day = new UsageDay(MARCH.enrollment(), MARCH.month().atDay(1));
    assertThat(new FindDayFile(files).apply(day).orElseThrow().fetch()).isEqualTo(NEWER);
  }

  @Test
  void keepsTheRejectedLinesOfAnOutdatedReport() {
    split(NEWER, NEW);

    var older = (Split) split(MARCH, "[" + line("04/01/2026", "1", "1") + "]");

    assertThat(older.rejected()).isOne();
    assertThat(testbed.errors()).contains("2026-04-01 is not in 2026-03");
  }

  @Test
  void readsAManifestThatTellsOfNoOutdatedDays() {
    var split = (Split) split(NEWER, NEW);
    String manifest = new ReportNames(NEWER).split();
    String text = testbed.text(UsageFolder.NEW_DAILY_SPLIT, manifest);
    String before = text.replaceFirst("\\s*\"outdated\" : \\[ \\],", "");
    assertThat(before).isNotEqualTo(text);
    testbed.put(UsageFolder.NEW_DAILY_SPLIT, manifest, before.getBytes(StandardCharsets.UTF_8));

    assertThat(split(testbed, NEWER)).isEqualTo(split);
  }

  @Test
  void tellsOfAnOutdatedReportInTheJobLog() {
    var log = new MemoryJobLog();
    var recorded =
        new RecordedSplit(testbed.splitUsage(), new JobSteps(log, InstantSource.system()));
    split(NEWER, NEW);
    var raw = put(MARCH, OLD);

    var unused = recorded.apply(raw);

    assertThat(log.run(MARCH.enrollment(), MARCH.month(), MARCH.run()))
        .singleElement()
        .satisfies(
            step -> {
              assertThat(step.outcome()).isEqualTo(JobRecord.Outcome.SKIPPED);
              assertThat(step.reason())
                  .isEqualTo("a newer report was split before for 31 of 31 days");
            });
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void leavesTheNewerFilesAfterACrashAnywhereInTheOldersSplit(boolean afterEffect) {
    split(NEWER, NEW);
    List<String> days = dayFiles();
    for (int call = 0; ; call++) {
      put(MARCH, OLD);
      files.delete(UsageFolder.NEW_DAILY_SPLIT, new ReportNames(MARCH).split());
      boolean crashed = crashes(call, afterEffect, MARCH);
      assertThat(dayFiles()).as("crash at %d", call).isEqualTo(days);
      split(testbed, MARCH);
      assertThat(dayFiles()).isEqualTo(days);
      if (!crashed) {
        assertThat(call).isGreaterThan(31);
        return;
      }
    }
  }

  /** The newer was cut off between its day files and its manifest; the older comes in between. */
  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void endsWithTheNewerFilesWhereverTheNewersSplitWasCutOff(boolean afterEffect) {
    split(NEWER, NEW);
    List<String> days = dayFiles();
    for (int call = 0; call < 100; call++) {
      var each = new MemoryUsageFiles();
      var bed = new SplitTestbed(each, 1000);
      put(bed, NEWER, NEW);
      put(bed, MARCH, OLD);
      boolean crashed = crashes(each, call, afterEffect, NEWER);
      split(bed, MARCH);
      split(bed, NEWER);
      assertThat(dayFiles(bed)).as("crash at %d", call).isEqualTo(days);
      if (!crashed) {
        return;
      }
    }
  }

  @Test
  void endsWithTheNewerFilesHoweverTwoWorkersTakeTurns() throws Exception {
    split(NEWER, NEW);
    List<String> days = dayFiles();
    var mixed = 0;
    for (int seed = 0; seed < 200; seed++) {
      var each = new MemoryUsageFiles();
      var bed = new SplitTestbed(each, 1000);
      put(bed, NEWER, NEW);
      put(bed, MARCH, OLD);

      Split older = inTurns(new Random(seed), each);

      assertThat(dayFiles(bed)).as("seed %d", seed).isEqualTo(days);
      assertThat(older.days().size() + older.outdated().size()).isEqualTo(31);
      assertThat(bed.text(UsageFolder.PROCESSED_USAGE, MARCH.rawName())).isEqualTo(OLD);
      mixed += older.days().isEmpty() || older.outdated().isEmpty() ? 0 : 1;
    }
    assertThat(mixed).as("how often each was ahead at times").isGreaterThan(10);
  }

  /** Two workers, of whom one at a time calls the store, once, as chance will have it. */
  private static Split inTurns(Random random, MemoryUsageFiles files) throws Exception {
    var older = new Turns();
    var newer = new Turns();
    try (var workers = Executors.newFixedThreadPool(2)) {
      Future<SplitOutcome> outcome = workers.submit(() -> older.split(files, MARCH));
      Future<SplitOutcome> other = workers.submit(() -> newer.split(files, NEWER));
      int bias = 1 + random.nextInt(9);
      older.await();
      newer.await();
      while (!older.ended || !newer.ended) {
        boolean takesOlder = newer.ended || (!older.ended && random.nextInt(10) < bias);
        (takesOlder ? older : newer).next();
      }
      other.get();
      return (Split) outcome.get();
    }
  }

  /** The turns of one worker, given one by one. */
  private static final class Turns {
    private final Semaphore turn = new Semaphore(0);
    private final Semaphore waits = new Semaphore(0);
    private volatile boolean ended;

    SplitOutcome split(MemoryUsageFiles files, Fetch fetch) {
      try {
        var each = new InterleavedUsageFiles(files, this::take);
        return SplitOrderTests.split(new SplitTestbed(each, 1000), fetch);
      } finally {
        ended = true;
        waits.release();
      }
    }

    private void take() {
      waits.release();
      turn.acquireUninterruptibly();
    }

    /** Returns when the worker waits for a turn or has ended. */
    void await() throws InterruptedException {
      waits.acquire();
    }

    void next() throws InterruptedException {
      turn.release();
      await();
    }
  }

  private SplitOutcome split(Fetch fetch, String report) {
    put(fetch, report);
    return split(testbed, fetch);
  }

  private static SplitOutcome split(SplitTestbed testbed, Fetch fetch) {
    return testbed.splitUsage().apply(new RawReport(fetch, new StoredFile(fetch.rawName(), 0, "")));
  }

  private boolean crashes(int call, boolean afterEffect, Fetch fetch) {
    return crashes(files, call, afterEffect, fetch);
  }

  private static boolean crashes(
      MemoryUsageFiles files, int call, boolean afterEffect, Fetch fetch) {
    try {
      split(new SplitTestbed(new CrashingUsageFiles(files, call, afterEffect), 1000), fetch);
      return false;
    } catch (UncheckedIOException e) {
      return true;
    }
  }

  private RawReport put(Fetch fetch, String report) {
    return put(testbed, fetch, report);
  }

  private static RawReport put(SplitTestbed testbed, Fetch fetch, String report) {
    return new RawReport(
        fetch,
        testbed.put(
            UsageFolder.NEW_DAILY_USAGE, fetch.rawName(), report.getBytes(StandardCharsets.UTF_8)));
  }

  private List<String> dayFiles() {
    return dayFiles(testbed);
  }

  private static List<String> dayFiles(SplitTestbed testbed) {
    return testbed.everything().stream()
        .filter(each -> each.contains("-dailysplit.json, bytes="))
        .toList();
  }

  private static String report(String quantity) {
    return "["
        + line("03/01/2026", quantity, quantity)
        + ","
        + line("03/31/2026", quantity, quantity)
        + "]";
  }
}
