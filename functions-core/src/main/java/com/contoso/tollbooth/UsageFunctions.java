package com.contoso.tollbooth;

import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.Enrollments;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.JobQuery;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.LinePage;
import com.contoso.tollbooth.usage.LineQuery;
import com.contoso.tollbooth.usage.RawReport;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.UsageDay;
import com.contoso.tollbooth.usage.UsageMonth;
import com.contoso.tollbooth.usage.UsageReaders;
import com.contoso.tollbooth.usage.UsageRights;
import com.contoso.tollbooth.usage.UsageWork;
import com.contoso.tollbooth.usage.chargeback.ChargebackConfiguration;
import com.contoso.tollbooth.usage.control.ControlConfiguration;
import com.contoso.tollbooth.usage.control.RunEnd;
import com.contoso.tollbooth.usage.control.UsagePlan;
import com.contoso.tollbooth.usage.control.UsageRequest;
import com.contoso.tollbooth.usage.control.UsageRunReport;
import com.contoso.tollbooth.usage.focus.FocusConfiguration;
import com.contoso.tollbooth.usage.forecast.ForecastConfiguration;
import com.contoso.tollbooth.usage.ledger.LedgerConfiguration;
import com.contoso.tollbooth.usage.ledger.LedgerMonth;
import com.contoso.tollbooth.usage.ledger.MonthState;
import com.contoso.tollbooth.usage.ledger.Restatement;
import com.contoso.tollbooth.usage.ledger.UsageLedger;
import com.contoso.tollbooth.usage.retrieve.RetrieveConfiguration;
import com.contoso.tollbooth.usage.split.RedriveUsage;
import com.contoso.tollbooth.usage.split.SplitConfiguration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Every function of the usage pipeline; a host adds the ports. */
@Configuration(proxyBeanMethods = false)
@Import({
  UsageRunConfiguration.class,
  ControlConfiguration.class,
  RetrieveConfiguration.class,
  SplitConfiguration.class,
  LedgerConfiguration.class,
  ChargebackConfiguration.class,
  FocusConfiguration.class,
  ForecastConfiguration.class
})
public class UsageFunctions {
  /**
   * Applies a day of the newest report again: with the prices of today, if they are others. It is
   * under way when the call returns; empty if no report with that day was split.
   */
  @Bean
  Function<UsageDay, Optional<Fetch>> startDay(
      Function<UsageDay, Optional<DayFile>> findDayFile, UsageWork usageWork) {
    return day -> {
      Optional<DayFile> found = findDayFile.apply(day);
      found.ifPresent(usageWork::begin);
      return found.map(DayFile::fetch);
    };
  }

  @Bean
  Function<String, Fetch> claimRedrive(
      JobLog jobLog,
      Function<UsageRequest, UsagePlan> claimFetches,
      Function<RedriveUsage, RawReport> redriveUsage,
      Consumer<RunEnd> endUsageRun) {
    return new ClaimRedrive(jobLog, claimFetches, redriveUsage, endUsageRun);
  }

  /** A run over the report of an errors file, by the file's name. */
  @Bean
  Function<String, RunEnd> redriveUsageMonth(
      Function<String, Fetch> claimRedrive, Function<Fetch, RunEnd> runUsageMonth) {
    return claimRedrive.andThen(runUsageMonth);
  }

  /** The same, under way when the call returns. */
  @Bean
  Function<String, Fetch> startRedrive(Function<String, Fetch> claimRedrive, UsageWork usageWork) {
    return claimRedrive.andThen(
        fetch -> {
          usageWork.begin(fetch);
          return fetch;
        });
  }

  /**
   * Settles every month that is known, so that one closes without being fetched, mails of a
   * restatement of which nobody could be told before, warns of keys that expire, then claims.
   */
  @Bean
  Function<UsageRequest, UsagePlan> controlUsageBatch(
      Enrollments enrollments,
      Consumer<Enrollment> warnOfKeyExpiry,
      UsageLedger usageLedger,
      Function<UsageMonth, LedgerMonth> settleMonth,
      Consumer<UsageMonth> tellLeftRestatements,
      Function<UsageRequest, UsagePlan> claimFetches) {
    return request -> {
      for (LedgerMonth each : usageLedger.months()) {
        var month = new UsageMonth(each.enrollment(), each.month());
        if (settleMonth.apply(month).state() == MonthState.RESTATED) {
          tellLeftRestatements.accept(month);
        }
      }
      enrollments.all().stream().filter(Enrollment::detailedEnabled).forEach(warnOfKeyExpiry);
      return claimFetches.apply(request);
    };
  }

  /** {@code controlUsageBatch}, and each fetch is under way when the call returns. */
  @Bean
  Function<UsageRequest, UsagePlan> startUsage(
      Function<UsageRequest, UsagePlan> controlUsageBatch,
      UsageWork usageWork,
      Consumer<RunEnd> endUsageRun) {
    return new StartUsage(controlUsageBatch, usageWork, endUsageRun);
  }

  /** {@code controlUsageBatch | runUsageMonth} for each fetch, one after another. */
  @Bean
  Function<UsageRequest, UsageRunReport> runUsage(
      Function<UsageRequest, UsagePlan> controlUsageBatch, Function<Fetch, RunEnd> runUsageMonth) {
    return request -> {
      UsagePlan plan = controlUsageBatch.apply(request);
      return new UsageRunReport(
          plan.fetches().stream().map(runUsageMonth).toList(), plan.skipped());
    };
  }

  @Bean
  Function<JobQuery, List<JobRecord>> listUsageJobs(JobLog jobLog) {
    return query -> jobLog.newest(query.enrollment(), query.limit());
  }

  @Bean
  Supplier<List<Enrollment>> listEnrollments(Enrollments enrollments) {
    return enrollments::all;
  }

  @Bean
  Supplier<List<LedgerMonth>> listUsageMonths(UsageLedger usageLedger) {
    return usageLedger::months;
  }

  @Bean
  Function<UsageMonth, List<Restatement>> listRestatements(UsageLedger usageLedger) {
    return month -> usageLedger.restatements(month.enrollment(), month.month());
  }

  /** The runs that changed a month after it was closed. */
  @Bean
  Function<UsageMonth, Set<RunId>> restatingRuns(UsageLedger usageLedger) {
    return month ->
        usageLedger.restatements(month.enrollment(), month.month()).stream()
            .map(Restatement::run)
            .collect(Collectors.toSet());
  }

  @Bean
  Function<LineQuery, LinePage> listUsageLines(LedgerReader ledgerReader) {
    return ledgerReader::page;
  }

  @Bean
  Function<String, UsageRights> readUsageRights(UsageReaders usageReaders) {
    return usageReaders::rightsOf;
  }
}
