package com.contoso.tollbooth.benchmarks;

import com.contoso.tollbooth.local.usage.FolderUsageFiles;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobSteps;
import com.contoso.tollbooth.usage.RawReport;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.StoredFile;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.UsageFolder;
import com.contoso.tollbooth.usage.split.SplitConfiguration;
import com.contoso.tollbooth.usage.split.SplitOutcome;
import java.io.BufferedReader;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryType;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/**
 * The split of a report of each form beside a bare scan of it, by turns in one JVM of 256 MB. The
 * size of the report is the system property {@code megabytes}.
 */
final class SplitBenchmark {
  static final String CHILD = "--split-child";
  private static final long MEGABYTES = Long.getLong("megabytes", 256);
  private static final int ROUNDS = 3;
  private static final Fetch FETCH =
      new Fetch(
          new EnrollmentNumber("100200"), YearMonth.of(2026, 3), new RunId("20260405T041500123Z"));

  private SplitBenchmark() {}

  static void run() throws Exception {
    for (ReportForm form : ReportForm.values()) {
      run(form);
    }
  }

  private static void run(ReportForm form) throws Exception {
    Process child =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-Xmx256m",
                "-jar",
                System.getProperty("java.class.path"),
                CHILD,
                Long.toString(MEGABYTES),
                form.name())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    String[] figures;
    try (BufferedReader out = child.inputReader(StandardCharsets.UTF_8)) {
      figures = String.valueOf(out.readLine()).split(" ");
    }
    if (child.waitFor() != 0) {
      throw new IllegalStateException("the split in a JVM of 256 MB failed");
    }
    double ours = Double.parseDouble(figures[0]);
    double scan = Double.parseDouble(figures[1]);
    Benchmarks.print(
        "split of %s over %s (rate)".formatted(form.title, form.beside),
        ours / scan,
        form == ReportForm.LEGACY ? ">= 0.5" : "",
        "%.0f and %.0f MB/s for %,d MB, median of %d; our peak heap %,d MB of 256 MB"
            .formatted(ours, scan, MEGABYTES, ROUNDS, Long.parseLong(figures[2]) / 1_000_000));
  }

  /** Prints both rates in MB a second and the peak of the heap. */
  static void child(String[] args) throws Exception {
    try (Folder home = Folder.temporary();
        var context = new AnnotationConfigApplicationContext()) {
      var files = new FolderUsageFiles(home.path());
      context.registerBean("usageFiles", UsageFiles.class, () -> files);
      var steps = new JobSteps(new NoLog(), InstantSource.system());
      context.registerBean("jobSteps", JobSteps.class, () -> steps);
      context.register(SplitConfiguration.class);
      context.refresh();
      @SuppressWarnings("unchecked")
      var split = (Function<RawReport, SplitOutcome>) context.getBean("splitUsage", Function.class);
      ReportForm form = ReportForm.valueOf(args[2]);
      StoredFile raw = generate(files, form, Long.parseLong(args[1]) * 1_000_000);
      List<Double> ours = new ArrayList<>();
      List<Double> scan = new ArrayList<>();
      for (int round = 0; round <= ROUNDS; round++) {
        Path file = home.path().resolve(UsageFolder.NEW_DAILY_USAGE.folder()).resolve(raw.name());
        double bareSeconds = PipelineBenchmark.seconds(() -> form.scan(file));
        double ourSeconds =
            PipelineBenchmark.seconds(() -> whole(split.apply(new RawReport(FETCH, raw))));
        again(files, raw);
        if (round > 0) {
          scan.add(bareSeconds);
          ours.add(ourSeconds);
        }
      }
      double megabytes = raw.bytes() / 1e6;
      System.out.println(
          megabytes / PipelineBenchmark.median(ours)
              + " "
              + megabytes / PipelineBenchmark.median(scan)
              + " "
              + peakHeap());
    }
    System.exit(0);
  }

  private static StoredFile generate(UsageFiles files, ReportForm form, long bytes)
      throws IOException {
    try (UsageFiles.NewFile file = files.create(UsageFolder.NEW_DAILY_USAGE, FETCH.rawName())) {
      form.write(file.out(), bytes);
      return file.commit();
    }
  }

  private static long whole(SplitOutcome outcome) {
    return switch (outcome) {
      case SplitOutcome.Split split when split.rejected() == 0 -> split.whole().lines();
      case SplitOutcome other -> throw new IllegalStateException(other.toString());
    };
  }

  /** The report is to be split anew. */
  private static void again(UsageFiles files, StoredFile raw) throws IOException {
    for (StoredFile split : files.list(UsageFolder.NEW_DAILY_SPLIT, "")) {
      files.delete(UsageFolder.NEW_DAILY_SPLIT, split.name());
    }
    files.move(raw.name(), UsageFolder.PROCESSED_USAGE, UsageFolder.NEW_DAILY_USAGE);
  }

  private static long peakHeap() {
    return ManagementFactory.getMemoryPoolMXBeans().stream()
        .filter(pool -> pool.getType() == MemoryType.HEAP)
        .mapToLong(pool -> pool.getPeakUsage().getUsed())
        .sum();
  }
}
