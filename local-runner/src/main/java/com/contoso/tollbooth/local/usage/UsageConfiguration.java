package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.UsageFunctions;
import com.contoso.tollbooth.billing.Notices;
import com.contoso.tollbooth.focus.ParquetFocusConfiguration;
import com.contoso.tollbooth.local.LocalSettings;
import com.contoso.tollbooth.sources.SourcesConfiguration;
import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.Enrollments;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.FinanceFiles;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.UsageMails;
import com.contoso.tollbooth.usage.UsageReaders;
import com.contoso.tollbooth.usage.control.RunEnd;
import com.contoso.tollbooth.usage.ledger.DayOutcome;
import com.contoso.tollbooth.usage.ledger.RateCards;
import com.contoso.tollbooth.usage.retrieve.AccessKeys;
import com.contoso.tollbooth.usage.retrieve.ReportTags;
import java.nio.file.Path;
import java.time.Clock;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.DependsOn;
import org.springframework.context.annotation.Import;

/**
 * The usage pipeline on this machine: everything of it lies in {@code usage} of the data folder.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  UsageFunctions.class,
  UsageStoreConfiguration.class,
  SourcesConfiguration.class,
  ParquetFocusConfiguration.class
})
public class UsageConfiguration {
  /**
   * A database of its own: the ledger's is written by one at a time, and a large day takes minutes.
   * It is closed before the ledger's: a run that is cut off by the end of the process, and misses
   * the ledger, finds nothing where it could say that it failed, and goes on at the next start.
   */
  @Bean
  @DependsOn("usageDatabase")
  UsageDatabase usageJobs(LocalSettings settings) {
    return new UsageDatabase(folder(settings).resolve("jobs.db"), "classpath:db/usage-jobs");
  }

  @Bean
  JobLog jobLog(UsageDatabase usageJobs) {
    return new SqliteJobLog(usageJobs.statements());
  }

  @Bean
  UsageMails usageMails(Notices notices, UsageDatabase usageJobs, Clock clock) {
    return new MailUsageMails(notices, usageJobs.statements(), clock);
  }

  @Bean
  Enrollments enrollments(LocalSettings settings) {
    return new FolderEnrollments(folder(settings).resolve("enrollments"));
  }

  @Bean
  UsageFiles usageFiles(LocalSettings settings) {
    return new FolderUsageFiles(folder(settings));
  }

  @Bean
  AccessKeys accessKeys() {
    return SourcesConfiguration.plainKeys();
  }

  @Bean
  ReportTags reportTags() {
    return SourcesConfiguration.tagsInMemory();
  }

  @Bean
  RateCards rateCards(LocalSettings settings) {
    return new FolderRateCards(folder(settings).resolve("pricesheets"));
  }

  @Bean
  FinanceFiles financeFiles(LocalSettings settings) {
    return new FolderFinanceFiles(folder(settings).resolve("finance"));
  }

  /** Requests come from this machine alone, so one that names no reader is its owner's. */
  @Bean
  UsageReaders usageReaders(FinanceFiles financeFiles) {
    return UsageReaders.ownedBy("owner", financeFiles);
  }

  @Bean
  ThreadUsageWork usageWork(
      Function<Fetch, RunEnd> runUsageMonth, Function<DayFile, DayOutcome> reapplyUsageDay) {
    return new ThreadUsageWork(runUsageMonth, reapplyUsageDay);
  }

  static Path folder(LocalSettings settings) {
    return settings.home().resolve("usage");
  }
}
