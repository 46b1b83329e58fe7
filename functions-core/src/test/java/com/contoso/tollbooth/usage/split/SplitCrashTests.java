package com.contoso.tollbooth.usage.split;

import static com.contoso.tollbooth.usage.split.SplitTestbed.LATER;
import static com.contoso.tollbooth.usage.split.SplitTestbed.MARCH;
import static com.contoso.tollbooth.usage.split.SplitTestbed.NAMES;
import static com.contoso.tollbooth.usage.split.SplitTestbed.line;
import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.usage.MemoryUsageFiles;
import com.contoso.tollbooth.usage.RawReport;
import com.contoso.tollbooth.usage.StoredFile;
import com.contoso.tollbooth.usage.UsageFolder;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A crash at any call of the store, and what the repeat makes of it. */
class SplitCrashTests {
  private static final String REPORT =
      "["
          + line("03/01/2026", "1", "2")
          + ","
          + line("04/01/2026", "1", "2")
          + ","
          + line("03/31/2026", "3", "4")
          + "]";

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void endsTheSameAfterACrashAnywhereInTheSplit(boolean afterEffect) {
    endsTheSame(REPORT, afterEffect, SplitCrashTests::split);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void endsTheSameAfterACrashAnywhereInARefusal(boolean afterEffect) {
    endsTheSame(REPORT.substring(0, 100), afterEffect, SplitCrashTests::split);
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void endsTheSameAfterACrashAnywhereInARedrive(boolean afterEffect) {
    endsTheSame(
        REPORT,
        afterEffect,
        testbed -> {
          split(testbed);
          return testbed.redrive(NAMES.errors(), LATER);
        });
  }

  @ParameterizedTest
  @ValueSource(booleans = {true, false})
  void endsTheSameAfterACrashAnywhereInTheRedriveOfARefusedReport(boolean afterEffect) {
    endsTheSame(
        REPORT.substring(0, 100),
        afterEffect,
        testbed -> {
          split(testbed);
          return testbed.redrive(NAMES.raw(), LATER);
        });
  }

  private static SplitOutcome split(SplitTestbed testbed) {
    return testbed.splitUsage().apply(new RawReport(MARCH, new StoredFile(NAMES.raw(), 0, "")));
  }

  private static void endsTheSame(
      String report, boolean afterEffect, Function<SplitTestbed, Object> work) {
    SplitTestbed undisturbed = with(report);
    Object expected = work.apply(undisturbed);
    int crashes = 0;
    for (boolean crashed = true; crashed; crashes++) {
      SplitTestbed disturbed = with(report);
      crashed = crashes(disturbed, crashes, afterEffect, work);

      assertThat(work.apply(disturbed)).as("after crash %d", crashes).isEqualTo(expected);
      assertThat(disturbed.everything()).isEqualTo(undisturbed.everything());
    }
    assertThat(crashes).isGreaterThan(5);
  }

  private static SplitTestbed with(String report) {
    var testbed = new SplitTestbed(new MemoryUsageFiles(), 1000);
    testbed.put(UsageFolder.NEW_DAILY_USAGE, NAMES.raw(), report.getBytes(StandardCharsets.UTF_8));
    return testbed;
  }

  /** Whether the work came as far as that call. */
  private static boolean crashes(
      SplitTestbed testbed, int call, boolean afterEffect, Function<SplitTestbed, Object> work) {
    try {
      work.apply(new SplitTestbed(new CrashingUsageFiles(testbed.files, call, afterEffect), 1000));
      return false;
    } catch (UncheckedIOException e) {
      return true;
    }
  }
}
