package com.contoso.tollbooth.local.web;

import com.contoso.tollbooth.billing.Conditions;
import com.contoso.tollbooth.export.BatchExecution;
import com.contoso.tollbooth.export.ExportSchedule;
import com.contoso.tollbooth.local.broker.Dispatcher;
import com.contoso.tollbooth.local.intake.FolderPhotoStore;
import com.contoso.tollbooth.local.ocr.OcrMeter;
import com.contoso.tollbooth.local.simulator.BoothSimulator;
import com.contoso.tollbooth.local.web.OverviewView.Accuracy;
import com.contoso.tollbooth.local.web.OverviewView.Counts;
import com.contoso.tollbooth.local.web.OverviewView.LastExport;
import com.contoso.tollbooth.local.web.OverviewView.Lasting;
import com.contoso.tollbooth.local.web.OverviewView.Ocr;
import com.contoso.tollbooth.registry.PassageCounts;
import com.contoso.tollbooth.registry.PassageState;
import com.contoso.tollbooth.registry.Passages;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Puts the overview together. */
final class Overviews {
  /** Accuracy reads hundreds of passages, so it is measured this often at most. */
  private static final Duration ACCURACY_AGE = Duration.ofSeconds(3);

  private final Passages passages;
  private final OcrMeter ocr;
  private final Dispatcher dispatcher;
  private final FolderPhotoStore photos;
  private final ExportSchedule schedule;
  private final Function<Integer, List<BatchExecution>> history;
  private final Conditions conditions;
  private final BoothSimulator simulator;
  private final InstantSource clock;
  private final Throughput throughput;
  private @Nullable Accuracy accuracy;
  private Instant measuredAt = Instant.EPOCH;

  Overviews(
      Passages passages,
      OcrMeter ocr,
      Dispatcher dispatcher,
      FolderPhotoStore photos,
      ExportSchedule schedule,
      Function<Integer, List<BatchExecution>> history,
      Conditions conditions,
      BoothSimulator simulator,
      InstantSource clock) {
    this.passages = passages;
    this.ocr = ocr;
    this.dispatcher = dispatcher;
    this.photos = photos;
    this.schedule = schedule;
    this.history = history;
    this.conditions = conditions;
    this.simulator = simulator;
    this.clock = clock;
    this.throughput = new Throughput(clock);
  }

  synchronized OverviewView now() {
    Counts counts = counts();
    throughput.observe(counts.total() - counts.received() - counts.inOcr());
    Optional<Instant> retryAt = dispatcher.pausedUntil("processPhoto");
    return new OverviewView(
        counts,
        throughput.perMinute(),
        throughput.minutes(),
        accuracy(),
        new Ocr(retryAt.isPresent() ? "DOWN" : "UP", retryAt.orElse(null)),
        schedule.nextAfter(clock.instant()),
        lastExport(),
        photos.root().toString(),
        simulator.status(),
        conditions.lasting().entrySet().stream()
            .map(lasting -> new Lasting(lasting.getKey().name(), lasting.getValue()))
            .toList());
  }

  /** Photos in OCR are received ones, shown apart; the sum stays the number of photos. */
  private Counts counts() {
    PassageCounts counts = passages.counts();
    long received = counts.of(PassageState.RECEIVED);
    long inOcr = Math.min(ocr.reading(), received);
    return new Counts(
        counts.total(),
        received - inOcr,
        inOcr,
        counts.of(PassageState.REVIEW),
        counts.of(PassageState.BILLABLE),
        counts.of(PassageState.UNBILLABLE),
        counts.of(PassageState.EXPORTED),
        counts.of(PassageState.FAILED));
  }

  private @Nullable Accuracy accuracy() {
    Instant now = clock.instant();
    if (measuredAt.plus(ACCURACY_AGE).isBefore(now)) {
      accuracy = new Accuracies(passages).measure();
      measuredAt = now;
    }
    return accuracy;
  }

  private @Nullable LastExport lastExport() {
    return history.apply(1).stream()
        .filter(run -> run.endedAt() != null)
        .findFirst()
        .map(Overviews::lastExport)
        .orElse(null);
  }

  private static LastExport lastExport(BatchExecution run) {
    String status =
        switch (run.status()) {
          case "COMPLETED" -> run.exitCode().equals("NO_DATA") ? "NO_DATA" : "EXPORTED";
          default -> "FAILED";
        };
    long rows = run.steps().stream().mapToLong(BatchExecution.StepRun::writes).sum();
    return new LastExport(status, run.endedAt() == null ? Instant.EPOCH : run.endedAt(), rows);
  }
}
