package com.contoso.tollbooth.azure;

import com.azure.core.credential.TokenCredential;
import com.azure.cosmos.CosmosClient;
import com.azure.storage.blob.BlobServiceClient;
import com.contoso.tollbooth.UsageFunctions;
import com.contoso.tollbooth.api.TollBoothApiConfiguration;
import com.contoso.tollbooth.api.UsageApiConfiguration;
import com.contoso.tollbooth.azure.cosmos.CosmosPhotosByMonth;
import com.contoso.tollbooth.azure.cosmos.CosmosStore;
import com.contoso.tollbooth.azure.items.RequestBudget;
import com.contoso.tollbooth.azure.reports.UsageMessages;
import com.contoso.tollbooth.azure.storage.BlobDeadLetters;
import com.contoso.tollbooth.azure.storage.BlobFinanceFiles;
import com.contoso.tollbooth.azure.storage.BlobRateCards;
import com.contoso.tollbooth.azure.storage.BlobUsageFiles;
import com.contoso.tollbooth.azure.storage.UsageFileSettings;
import com.contoso.tollbooth.azure.storage.UsageQueues;
import com.contoso.tollbooth.azure.usage.CosmosEnrollments;
import com.contoso.tollbooth.azure.usage.CosmosJobLog;
import com.contoso.tollbooth.azure.usage.CosmosLedgerReader;
import com.contoso.tollbooth.azure.usage.CosmosReportTags;
import com.contoso.tollbooth.azure.usage.CosmosUsageLedger;
import com.contoso.tollbooth.azure.usage.CosmosUsageMails;
import com.contoso.tollbooth.azure.usage.UsageLedgerSettings;
import com.contoso.tollbooth.azure.usage.UsageStore;
import com.contoso.tollbooth.azure.vault.VaultAccessKeys;
import com.contoso.tollbooth.azure.vault.VaultSettings;
import com.contoso.tollbooth.billing.Notices;
import com.contoso.tollbooth.focus.ParquetFocusConfiguration;
import com.contoso.tollbooth.sources.SourcesConfiguration;
import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.FinanceFiles;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.RawReport;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.UsageReaders;
import com.contoso.tollbooth.usage.control.RunEnd;
import com.contoso.tollbooth.usage.control.UsagePlan;
import com.contoso.tollbooth.usage.control.UsageRequest;
import com.contoso.tollbooth.usage.ledger.DayOutcome;
import com.contoso.tollbooth.usage.retrieve.RetrieveOutcome;
import com.contoso.tollbooth.usage.split.SplitOutcome;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.YearMonth;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The usage pipeline's functions, their ports over Azure's services and their part of the API. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({
  UsageLedgerSettings.class,
  UsageFileSettings.class,
  VaultSettings.class
})
@Import({
  UsageFunctions.class,
  SourcesConfiguration.class,
  ParquetFocusConfiguration.class,
  UsageApiConfiguration.class,
  TollBoothApiConfiguration.class
})
class AzureUsageConfiguration {
  @Bean
  UsageStore usageStore(CosmosClient cosmosClient, UsageLedgerSettings settings, Clock clock) {
    return new UsageStore(
        cosmosClient.getDatabase(CosmosStore.DATABASE),
        Metrics.globalRegistry,
        RequestBudget.perSecond(settings.ruPerSecond(), clock, Thread::sleep));
  }

  @Bean
  CosmosEnrollments enrollments(UsageStore store) {
    return new CosmosEnrollments(store);
  }

  @Bean
  CosmosJobLog jobLog(UsageStore store) {
    return new CosmosJobLog(store);
  }

  @Bean
  CosmosUsageLedger usageLedger(UsageStore store, UsageLedgerSettings settings, Clock clock) {
    return new CosmosUsageLedger(store, clock, settings.longestRead());
  }

  @Bean
  CosmosLedgerReader ledgerReader(UsageStore store) {
    return new CosmosLedgerReader(store);
  }

  @Bean
  CosmosReportTags reportTags(UsageStore store) {
    return new CosmosReportTags(store);
  }

  @Bean
  CosmosUsageMails usageMails(UsageStore store, Notices notices, Clock clock) {
    return new CosmosUsageMails(store, notices, clock, Thread::sleep);
  }

  @Bean
  BlobUsageFiles usageFiles(BlobServiceClient blobs, UsageFileSettings settings) {
    return new BlobUsageFiles(blobs, settings);
  }

  @Bean
  BlobFinanceFiles financeFiles(BlobServiceClient blobs) {
    return new BlobFinanceFiles(blobs.getBlobContainerClient(AzureNames.FINANCE));
  }

  @Bean
  UsageReaders usageReaders(FinanceFiles financeFiles) {
    return UsageReaders.named(financeFiles);
  }

  @Bean
  Supplier<SortedMap<YearMonth, Long>> countPhotosByMonth(CosmosStore cosmosStore, Clock clock) {
    return new CosmosPhotosByMonth(cosmosStore, clock);
  }

  @Bean
  BlobRateCards rateCards(BlobServiceClient blobs) {
    return new BlobRateCards(blobs.getBlobContainerClient(AzureNames.PRICE_SHEETS));
  }

  @Bean
  VaultAccessKeys accessKeys(TokenCredential credential, VaultSettings settings) {
    return new VaultAccessKeys(credential, settings);
  }

  @Bean
  UsageMessages.Steps usageSteps(
      Function<UsageRequest, UsagePlan> startUsage,
      Function<Fetch, RetrieveOutcome> retrieveUsage,
      Function<RawReport, SplitOutcome> splitUsage,
      Function<DayFile, DayOutcome> processDailyUsage,
      Function<DayFile, DayOutcome> reapplyUsageDay,
      Function<Fetch, RunEnd> closeUsageRun,
      Consumer<RunEnd> failUsageRun) {
    return new UsageMessages.Steps(
        startUsage,
        retrieveUsage,
        splitUsage,
        processDailyUsage,
        reapplyUsageDay,
        closeUsageRun,
        failUsageRun);
  }

  @Bean
  UsageMessages usageMessages(
      UsageQueues queues,
      UsageFiles files,
      JobLog jobLog,
      BlobDeadLetters letters,
      UsageMessages.Steps steps,
      Clock clock) {
    return new UsageMessages(queues, files, jobLog, letters, steps, clock);
  }
}
