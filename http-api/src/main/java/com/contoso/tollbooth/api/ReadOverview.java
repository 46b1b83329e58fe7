package com.contoso.tollbooth.api;

import com.contoso.tollbooth.api.OverviewView.Accuracy;
import com.contoso.tollbooth.api.OverviewView.Counts;
import com.contoso.tollbooth.api.OverviewView.LastExport;
import com.contoso.tollbooth.api.OverviewView.Lasting;
import com.contoso.tollbooth.api.OverviewView.Ocr;
import com.contoso.tollbooth.billing.Condition;
import com.contoso.tollbooth.export.BatchExecution;
import com.contoso.tollbooth.export.ExportSchedule;
import com.contoso.tollbooth.registry.PassageCounts;
import com.contoso.tollbooth.registry.PassagePage;
import com.contoso.tollbooth.registry.PassageQuery;
import com.contoso.tollbooth.registry.PassageState;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Puts the overview together. */
final class ReadOverview implements Supplier<OverviewView> {
  /** Accuracy reads hundreds of passages, so it is measured this often at most. */
  private static final Duration ACCURACY_AGE = Duration.ofSeconds(3);

  private final Supplier<PassageCounts> passages;
  private final Accuracies accuracies;
  private final ExportSchedule schedule;
  private final Function<Integer, List<BatchExecution>> history;
  private final Supplier<Map<Condition, Instant>> conditions;
  private final HostStatus host;
  private final InstantSource clock;
  private final Throughput throughput;
  private @Nullable Accuracy accuracy;
  private Instant measuredAt = Instant.EPOCH;

  ReadOverview(
      Supplier<PassageCounts> passages,
      Function<PassageQuery, PassagePage> listPassages,
      ExportSchedule schedule,
      Function<Integer, List<BatchExecution>> history,
      Supplier<Map<Condition, Instant>> conditions,
      HostStatus host,
      InstantSource clock) {
    this.passages = passages;
    this.accuracies = new Accuracies(listPassages);
    this.schedule = schedule;
    this.history = history;
    this.conditions = conditions;
    this.host = host;
    this.clock = clock;
    this.throughput = new Throughput(clock);
  }

  @Override
  public synchronized OverviewView get() {
    Counts counts = counts();
    throughput.observe(counts.total() - counts.received() - counts.inOcr());
    Optional<Instant> retryAt = host.ocrDownUntil();
    return new OverviewView(
        counts,
        throughput.perMinute(),
        throughput.minutes(),
        accuracy(),
        new Ocr(retryAt.isPresent() ? "DOWN" : "UP", retryAt.orElse(null)),
        schedule.nextAfter(clock.instant()),
        lastExport(),
        host.photosFolder(),
        host.simulator(),
        conditions.get().entrySet().stream()
            .map(lasting -> new Lasting(lasting.getKey().name(), lasting.getValue()))
            .toList());
  }

  /** Photos in OCR are received ones, shown apart; the sum stays the number of photos. */
  private Counts counts() {
    PassageCounts counts = passages.get();
    long received = counts.of(PassageState.RECEIVED);
    long inOcr = Math.min(host.photosInOcr(), received);
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
      accuracy = accuracies.measure();
      measuredAt = now;
    }
    return accuracy;
  }

  private @Nullable LastExport lastExport() {
    return history.apply(1).stream()
        .filter(run -> run.endedAt() != null)
        .findFirst()
        .map(ReadOverview::lastExport)
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
