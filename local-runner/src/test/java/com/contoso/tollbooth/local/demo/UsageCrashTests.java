package com.contoso.tollbooth.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.local.usage.simulator.Purchase;
import com.contoso.tollbooth.local.usage.simulator.SimulatedEnrollment;
import com.contoso.tollbooth.local.usage.simulator.Terms;
import com.contoso.tollbooth.local.usage.simulator.UsageApiServer;
import com.contoso.tollbooth.local.usage.simulator.UsageSimulator;
import com.contoso.tollbooth.usage.Enrollment.ReportSource;
import com.contoso.tollbooth.usage.Enrollments;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.LedgerScope;
import com.contoso.tollbooth.usage.UsageRights;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Kills the usage pipeline, again and again, while it fetches, splits and applies reports. */
class UsageCrashTests {
  private static final int KILLS = 50;

  /** The exit value of a process that a SIGKILL ended. */
  private static final int KILLED = 128 + 9;

  private static final LocalDate FIRST = LocalDate.of(2026, 1, 20);
  private static final LocalDate LAST = LocalDate.of(2026, 2, 9);

  /**
   * How long a run takes, in milliseconds: at first a guess, then as the last one took that was
   * done, and more after each that was not, since a slow machine may never be done in that time.
   */
  private int usual = 1_500;

  @TempDir Path killed;
  @TempDir Path undisturbed;

  private final UsageSimulator simulator =
      new UsageSimulator(
          List.of(
              SimulatedEnrollment.of("100-1", ReportSource.LEGACY_EA, 5, 3, 60),
              SimulatedEnrollment.of("100-2", ReportSource.CONSUMPTION_V3, 6, 2, 60),
              SimulatedEnrollment.of("100-3", ReportSource.COST_DETAILS, 7, 4, 60)
                  .buying(Purchase.USUAL)),
          FIRST);

  @Test
  void ledgerIsThatOfAnUndisturbedRunHoweverOftenItIsKilled() throws Exception {
    try (UsageApiServer server = UsageApiServer.start(simulator, Terms.USUAL)) {
      LocalDate day = FIRST;
      enroll(killed, server.base());
      var random = new Random(20260209);
      List<LocalDate> played = new ArrayList<>(List.of(day));
      for (int kills = 0; kills < KILLS; ) {
        simulator.moveTo(day);
        if (runAndKill(server.base(), at(day, kills), random.nextInt(usual))) {
          day = day.isBefore(LAST) ? day.plusDays(1) : day;
          played.add(day);
        } else {
          kills++;
        }
      }
      assertThat(played).as("days that were done in between").hasSizeGreaterThan(1);

      Ledger survived = finish(killed, server.base(), at(day, KILLS + 1));
      enroll(undisturbed, server.base());
      Ledger calm = finish(undisturbed, server.base(), at(day, 0));

      assertThat(survived.lines()).isNotEmpty().isEqualTo(calm.lines());
      assertThat(survived.rollups()).isEqualTo(calm.rollups());
      assertThat(survived.unended()).isZero();
    }
  }

  /** A minute after the kill before. */
  private static Instant at(LocalDate day, int kills) {
    return day.atTime(5, 0).plusMinutes(kills).toInstant(ZoneOffset.UTC);
  }

  private void enroll(Path home, URI sources) {
    try (UsagePipeline pipeline = UsagePipeline.open(home, sources)) {
      simulator.enrollments().forEach(pipeline.bean(Enrollments.class)::put);
    }
  }

  /** Whether it was done before it was killed. */
  private boolean runAndKill(URI sources, Instant now, int millis) throws Exception {
    Process pipeline =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                KilledPipeline.class.getName(),
                killed.toString(),
                sources.toString(),
                now.toString())
            .redirectError(killed.resolve("stderr.txt").toFile())
            .start();
    boolean done = false;
    try (BufferedReader out = pipeline.inputReader(StandardCharsets.UTF_8)) {
      assertThat(out.readLine())
          .as(() -> "the pipeline started; it said: " + read(killed.resolve("stderr.txt")))
          .isEqualTo("READY");
      long ready = System.nanoTime();
      Thread.ofVirtual().start(() -> killAfter(pipeline, millis));
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        if (line.equals("DONE")) {
          done = true;
          usual = Math.toIntExact(1 + (System.nanoTime() - ready) / 1_000_000);
        }
      }
    } finally {
      pipeline.destroyForcibly();
    }
    assertThat(pipeline.waitFor(1, TimeUnit.MINUTES)).isTrue();
    assertThat(pipeline.exitValue())
        .as(() -> "ended by itself or by the kill; it said: " + read(killed.resolve("stderr.txt")))
        .isIn(0, KILLED);
    if (!done) {
      usual += usual / 4;
    }
    return done;
  }

  /**
   * The random instant of the kill is the point of the test, not a wait for a condition. The handle
   * leaves the process's output open to its reader.
   */
  private static void killAfter(Process pipeline, int millis) {
    try {
      if (!pipeline.waitFor(millis, TimeUnit.MILLISECONDS)) {
        pipeline.toHandle().destroyForcibly();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Ledger finish(Path home, URI sources, Instant now) {
    try (UsagePipeline pipeline = UsagePipeline.open(home, sources)) {
      pipeline.moveTo(now);
      KilledPipeline.work(pipeline);
      return Ledger.of(pipeline);
    }
  }

  /** What must be the same, which is all but who wrote it when. */
  private record Ledger(List<String> lines, List<String> rollups, int unended) {
    static Ledger of(UsagePipeline pipeline) {
      var reader = pipeline.bean(LedgerReader.class);
      var scope = new LedgerScope(new UsageRights.All(), Set.of(), FIRST.withDayOfMonth(1), LAST);
      List<String> lines = new ArrayList<>();
      reader.lines(
          scope,
          each ->
              lines.add(
                  each.enrollment() + " " + each.id() + " " + each.line() + " " + each.cost()));
      List<String> rollups = new ArrayList<>();
      reader.rollups(scope, each -> rollups.add(each.toString()));
      rollups.sort(null);
      return new Ledger(lines, rollups, pipeline.bean(JobLog.class).unended().size());
    }
  }
}
