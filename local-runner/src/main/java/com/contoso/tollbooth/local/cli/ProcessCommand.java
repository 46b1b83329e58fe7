package com.contoso.tollbooth.local.cli;

import com.contoso.tollbooth.billing.ExportOutcome;
import com.contoso.tollbooth.local.AzureProfiles;
import com.contoso.tollbooth.local.intake.FolderPhotoStore;
import com.contoso.tollbooth.local.ocr.OcrMeter;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.reconciliation.ReconciliationReport;
import com.contoso.tollbooth.registry.PassageCounts;
import com.contoso.tollbooth.registry.PassageState;
import com.contoso.tollbooth.registry.Passages;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Stream;
import me.tongfei.progressbar.ProgressBar;
import me.tongfei.progressbar.ProgressBarBuilder;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** Takes a folder through the pipeline and an export, then says what became of it. */
@Command(
    name = "process",
    mixinStandardHelpOptions = true,
    description = {
      "Take a folder of photos through the pipeline and an export, then print a summary as JSON.",
      "The exit code is 0 only if every photo is accounted for."
    })
final class ProcessCommand implements Callable<Integer> {
  private static final Duration LOOK = Duration.ofMillis(100);

  @Mixin HomeOption home = new HomeOption();

  @Parameters(paramLabel = "DIR", description = "The photos: {boothId}/…/{name}, or loose files.")
  Path photos = Path.of(".");

  @Option(
      names = "--truth",
      paramLabel = "FILE",
      description = "True plates, tab-separated with the columns 'file' and 'plate'.")
  @Nullable Path truth;

  @Option(names = "--summary", paramLabel = "FILE", description = "Write the summary there too.")
  @Nullable Path summary;

  @Override
  public Integer call() throws IOException, InterruptedException {
    Truth known = truth == null ? null : Truth.read(truth);
    var settings = new HashMap<String, String>();
    settings.put("tollbooth.intake.photos", RunCommand.existing(photos).toString());
    settings.put("tollbooth.intake.settle", "0s");
    settings.put("tollbooth.intake.broken-after", "0s");
    settings.put("tollbooth.schedules", "false");
    settings.put("logging.level.root", "warn");
    try (LocalApp app = LocalApp.inside(home.path(), settings)) {
      Summary result = process(app, known);
      String json = JSON.writeValueAsString(result);
      System.out.println(json);
      if (summary != null) {
        Files.writeString(summary, json + System.lineSeparator());
      }
      explain(result);
      return result.everyPhotoAccountedFor() ? 0 : 1;
    }
  }

  private static Summary process(LocalApp app, @Nullable Truth truth) throws InterruptedException {
    FolderPhotoStore store = app.find(FolderPhotoStore.class).orElseThrow(ProcessCommand::noFolder);
    Passages passages = app.bean(Passages.class);
    Supplier<ReconciliationReport> reconcile = app.function("reconcile");
    Supplier<ExportOutcome> exportPlates = app.function("exportPlates");
    long start = System.nanoTime();
    ReconciliationReport report = reconcile.get();
    awaitDecisions(passages, report.photos());
    ExportOutcome outcome = exportPlates.get();
    double seconds = (System.nanoTime() - start) / 1e9;
    Tally tally;
    try (Stream<PhotoUploaded> all = store.all()) {
      tally = new Tally(truth).count(all, passages);
    }
    return new Summary(
        tally.photos(),
        tally.of(PassageState.RECEIVED),
        tally.of(PassageState.REVIEW),
        tally.of(PassageState.BILLABLE),
        tally.of(PassageState.UNBILLABLE),
        tally.of(PassageState.EXPORTED),
        tally.of(PassageState.FAILED),
        tally.exact(),
        tally.accepted(),
        tally.acceptedWrong(),
        round(seconds),
        round(app.bean(OcrMeter.class).busy().toNanos() / 1e9),
        peakHeap(),
        outcome.files().stream()
            .map(file -> new Summary.Export(file.file(), file.rows(), file.sha256()))
            .toList());
  }

  private static CannotGoOn noFolder() {
    return new CannotGoOn(
        "process reads a folder of photos: start it without the profile " + AzureProfiles.STORAGE);
  }

  private static void awaitDecisions(Passages passages, long photos) throws InterruptedException {
    try (ProgressBar bar =
        new ProgressBarBuilder()
            .setTaskName("photos")
            .setInitialMax(photos)
            .setUpdateIntervalMillis(500)
            .showSpeed()
            .build()) {
      PassageCounts counts = passages.counts();
      while (counts.of(PassageState.RECEIVED) > 0) {
        bar.stepTo(Math.max(0, photos - counts.of(PassageState.RECEIVED)));
        Thread.sleep(LOOK);
        counts = passages.counts();
      }
      bar.stepTo(photos);
    }
  }

  private static void explain(Summary result) {
    System.err.printf(
        "%d photos in %.1f s: %d exported, %d to review, %d failed%n",
        result.photos(), result.seconds(), result.exported(), result.review(), result.failed());
    Long exact = result.exact();
    Long wrong = result.acceptedWrong();
    if (exact != null && wrong != null && result.photos() > 0) {
      System.err.printf(
          "%.1f %% read exactly, %.1f %% accepted automatically, %d of those wrong%n",
          100.0 * exact / result.photos(), 100.0 * result.accepted() / result.photos(), wrong);
    }
  }

  private static double round(double seconds) {
    return Math.round(seconds * 1000) / 1000.0;
  }

  private static long peakHeap() {
    List<MemoryPoolMXBean> pools = ManagementFactory.getMemoryPoolMXBeans();
    return pools.stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }

  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
}
