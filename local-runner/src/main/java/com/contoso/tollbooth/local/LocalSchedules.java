package com.contoso.tollbooth.local;

import com.contoso.tollbooth.export.ExportPlates;
import com.contoso.tollbooth.export.ExportSchedule;
import com.contoso.tollbooth.reconciliation.ReconciliationReport;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.UsageWork;
import com.contoso.tollbooth.usage.control.UsagePlan;
import com.contoso.tollbooth.usage.control.UsageRequest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.function.Function;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.web.server.context.WebServerApplicationContext;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * What runs by itself: reconciliation and usage at the start and hourly, the export when it is due.
 * Usage is asked for hourly because what was done today is skipped and what failed is tried again;
 * its fetches are left to {@link UsageWork}, which no end of the process interrupts.
 */
@Configuration(proxyBeanMethods = false)
class LocalSchedules {
  private static final Logger log = LoggerFactory.getLogger(LocalSchedules.class);

  @Bean
  ThreadPoolTaskScheduler schedules() {
    var scheduler = new ThreadPoolTaskScheduler();
    scheduler.setPoolSize(3);
    scheduler.setThreadNamePrefix("schedule-");
    scheduler.setDaemon(true);
    return scheduler;
  }

  /** The data folder is held by this process alone, so runs left behind are nobody's. */
  @Bean
  SmartLifecycle scheduled(
      ThreadPoolTaskScheduler schedules,
      LocalSettings settings,
      ExportPlates exportPlates,
      ExportSchedule due,
      Supplier<ReconciliationReport> reconcile,
      JobLog jobLog,
      UsageWork usageWork,
      Function<UsageRequest, UsagePlan> startUsage,
      Clock clock) {
    return new Starter(
        () -> {
          exportPlates.recoverAbandonedRuns();
          if (settings.schedules()) {
            jobLog.unended().stream().map(JobRecord::fetch).distinct().forEach(usageWork::begin);
            var unused =
                schedules.scheduleWithFixedDelay(
                    () -> report(reconcile.get()), Duration.ofHours(1));
            var unusedAsWell =
                schedules.scheduleWithFixedDelay(
                    () -> report(startUsage.apply(new UsageRequest.Due())), Duration.ofHours(1));
            var alsoUnused =
                schedules.schedule(
                    () -> log.info("Export: {}", exportPlates.get().message()),
                    trigger -> nextAfter(due, clock));
          }
        });
  }

  private static Instant nextAfter(ExportSchedule due, InstantSource clock) {
    return due.nextAfter(clock.instant());
  }

  private static void report(ReconciliationReport report) {
    log.info(
        "Reconciliation: {} photos, {} known, {} sent on their way",
        report.photos(),
        report.known(),
        report.redriven());
  }

  private static void report(UsagePlan plan) {
    log.info("Usage: {} months to fetch, {} left", plan.fetches().size(), plan.skipped().size());
  }

  /** Runs once, when everything else is there but the port on which requests come. */
  private static final class Starter implements SmartLifecycle {
    private final Runnable work;
    private volatile boolean running;

    Starter(Runnable work) {
      this.work = work;
    }

    @Override
    public int getPhase() {
      return WebServerApplicationContext.START_STOP_LIFECYCLE_PHASE - 1;
    }

    @Override
    public void start() {
      work.run();
      running = true;
    }

    @Override
    public void stop() {
      running = false;
    }

    @Override
    public boolean isRunning() {
      return running;
    }
  }
}
