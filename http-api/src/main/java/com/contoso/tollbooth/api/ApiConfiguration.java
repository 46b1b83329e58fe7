package com.contoso.tollbooth.api;

import com.contoso.tollbooth.billing.Condition;
import com.contoso.tollbooth.billing.ExportManifest;
import com.contoso.tollbooth.billing.ExportOutcome;
import com.contoso.tollbooth.export.BatchExecution;
import com.contoso.tollbooth.export.ExportSchedule;
import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.recognition.PhotoContent;
import com.contoso.tollbooth.recognition.PhotoUpload;
import com.contoso.tollbooth.reconciliation.DeadLetterPage;
import com.contoso.tollbooth.reconciliation.ReconciliationReport;
import com.contoso.tollbooth.registry.PassageCounts;
import com.contoso.tollbooth.registry.PassagePage;
import com.contoso.tollbooth.registry.PassageQuery;
import com.contoso.tollbooth.registry.PassageRecord;
import com.contoso.tollbooth.review.OpenReviews;
import com.contoso.tollbooth.review.ResolveOutcome;
import com.contoso.tollbooth.review.ReviewCommand;
import com.contoso.tollbooth.review.ReviewRelease;
import com.contoso.tollbooth.review.ReviewTask;
import com.contoso.tollbooth.review.Reviewer;
import com.contoso.tollbooth.usage.JobQuery;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.UsageRights;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.context.annotation.Lazy;

/**
 * The API over the functions; a host adds {@link HostStatus} and the way in. What needs the batch
 * jobs' database is fetched when it is first called, so that the rest answers while that is down.
 */
@Configuration(proxyBeanMethods = false)
@Import(TollBoothApiConfiguration.class)
public class ApiConfiguration {
  @Bean
  Supplier<OverviewView> readOverview(
      Supplier<PassageCounts> countPassages,
      Function<PassageQuery, PassagePage> listPassages,
      ExportSchedule schedule,
      @Lazy Function<Integer, List<BatchExecution>> listBatchExecutions,
      Supplier<Map<Condition, Instant>> listConditions,
      HostStatus host,
      Clock clock) {
    return new ReadOverview(
        countPassages, listPassages, schedule, listBatchExecutions, listConditions, host, clock);
  }

  @Bean
  Routes overviewRoutes(Supplier<OverviewView> readOverview) {
    return new OverviewRoutes(readOverview);
  }

  @Bean
  Routes photoRoutes(Function<PhotoUpload, PhotoUploaded> uploadPhoto) {
    return new PhotoRoutes(uploadPhoto);
  }

  @Bean
  Routes passageRoutes(
      Function<PassageQuery, PassagePage> listPassages,
      Function<PassageId, Optional<PassageRecord>> findPassage,
      Function<PassageRecord, Optional<PhotoContent>> readPhoto) {
    return new PassageRoutes(listPassages, findPassage, readPhoto);
  }

  @Bean
  Routes reviewRoutes(
      Function<Integer, OpenReviews> listReviews,
      Function<Reviewer, Optional<ReviewTask>> claimReview,
      Consumer<ReviewRelease> releaseReview,
      Function<ReviewCommand, ResolveOutcome> resolveReview,
      Function<PassageId, Optional<PassageRecord>> findPassage) {
    return new ReviewRoutes(listReviews, claimReview, releaseReview, resolveReview, findPassage);
  }

  @Bean
  Routes exportRoutes(
      Supplier<List<ExportManifest>> listExports,
      @Lazy Supplier<ExportOutcome> exportPlates,
      Function<String, Optional<InputStream>> readExport) {
    return new ExportRoutes(listExports, exportPlates, readExport);
  }

  @Bean
  Routes batchRoutes(
      @Lazy Function<Integer, List<BatchExecution>> listBatchExecutions,
      @Lazy Function<Long, ExportOutcome> restartBatchExecution,
      Function<JobQuery, List<JobRecord>> listUsageJobs,
      Function<String, UsageRights> readUsageRights) {
    return new BatchRoutes(
        listBatchExecutions,
        restartBatchExecution,
        new UsageExecutions(listUsageJobs),
        new UsageReader(readUsageRights));
  }

  @Bean
  Routes recoveryRoutes(
      Function<Integer, DeadLetterPage> listDeadLetters,
      Function<List<String>, Integer> replayDeadLetters,
      Supplier<ReconciliationReport> reconcile) {
    return new RecoveryRoutes(listDeadLetters, replayDeadLetters, reconcile);
  }
}
