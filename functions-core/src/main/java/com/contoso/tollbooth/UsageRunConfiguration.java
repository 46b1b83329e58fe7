package com.contoso.tollbooth;

import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.DayLines;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Enrollments;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.JobSteps;
import com.contoso.tollbooth.usage.RawReport;
import com.contoso.tollbooth.usage.UsageDay;
import com.contoso.tollbooth.usage.UsageMails;
import com.contoso.tollbooth.usage.UsageMonth;
import com.contoso.tollbooth.usage.control.RunEnd;
import com.contoso.tollbooth.usage.ledger.DayOutcome;
import com.contoso.tollbooth.usage.ledger.LedgerMonth;
import com.contoso.tollbooth.usage.ledger.RateCards;
import com.contoso.tollbooth.usage.ledger.UsageLedger;
import com.contoso.tollbooth.usage.retrieve.ReportTags;
import com.contoso.tollbooth.usage.retrieve.RetrieveOutcome;
import com.contoso.tollbooth.usage.split.SplitOutcome;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What makes up a run of the usage pipeline, and how it ends. */
@Configuration(proxyBeanMethods = false)
class UsageRunConfiguration {
  @Bean
  JobSteps jobSteps(JobLog jobLog, Clock clock) {
    return new JobSteps(jobLog, clock);
  }

  @Bean
  ApplyDay applyDay(
      Enrollments enrollments,
      Function<DayFile, DayLines> readDayFile,
      Function<UsageDay, Optional<DayFile>> findDayFile,
      UsageLedger usageLedger,
      RateCards rateCards,
      JobLog jobLog) {
    return new ApplyDay(enrollments, readDayFile, findDayFile, usageLedger, rateCards, jobLog);
  }

  @Bean
  Function<DayFile, DayOutcome> processDailyUsage(
      ApplyDay applyDay, JobLog jobLog, JobSteps jobSteps) {
    return new ProcessDailyUsage(applyDay, jobLog, jobSteps);
  }

  @Bean
  Function<DayFile, DayOutcome> reapplyUsageDay(
      ApplyDay applyDay, Consumer<Fetch> tellRestatements, JobSteps jobSteps) {
    return new ReapplyUsageDay(applyDay, tellRestatements, jobSteps);
  }

  @Bean
  Function<Fetch, RunEnd> closeUsageRun(
      Function<UsageMonth, LedgerMonth> settleMonth,
      Consumer<Fetch> tellRestatements,
      Consumer<EnrollmentNumber> tellAnomalies,
      JobLog jobLog,
      JobSteps jobSteps,
      Consumer<RunEnd> endUsageRun) {
    return new CloseUsageRun(
        settleMonth, tellRestatements, tellAnomalies, jobLog, jobSteps, endUsageRun);
  }

  @Bean
  TellRestatements restatementMails(UsageLedger usageLedger, JobLog jobLog, UsageMails usageMails) {
    return new TellRestatements(usageLedger, jobLog, usageMails);
  }

  @Bean
  Consumer<Fetch> tellRestatements(TellRestatements restatementMails) {
    return restatementMails::atTheEndOf;
  }

  /** Those that no run could tell of. */
  @Bean
  Consumer<UsageMonth> tellLeftRestatements(TellRestatements restatementMails) {
    return restatementMails::of;
  }

  @Bean
  Consumer<RunEnd> failUsageRun(
      JobLog jobLog,
      ReportTags reportTags,
      Consumer<Fetch> tellRestatements,
      UsageMails usageMails,
      Consumer<RunEnd> endUsageRun) {
    return new FailUsageRun(jobLog, reportTags, tellRestatements, usageMails, endUsageRun);
  }

  /** {@code retrieveUsage | splitUsage | processDailyUsage for each day | closeUsageRun}. */
  @Bean
  Function<Fetch, RunEnd> runUsageMonth(
      Function<Fetch, RetrieveOutcome> retrieveUsage,
      Function<RawReport, SplitOutcome> splitUsage,
      Function<DayFile, DayOutcome> processDailyUsage,
      Function<Fetch, RunEnd> closeUsageRun,
      Consumer<RunEnd> failUsageRun) {
    return new RunUsageMonth(
        retrieveUsage, splitUsage, processDailyUsage, closeUsageRun, failUsageRun);
  }
}
