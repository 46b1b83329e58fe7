package com.contoso.tollbooth.api;

import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Enrollments;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.FinanceFiles;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.JobQuery;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.LinePage;
import com.contoso.tollbooth.usage.LineQuery;
import com.contoso.tollbooth.usage.MemoryFinanceFiles;
import com.contoso.tollbooth.usage.MemoryJobLog;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.UsageDay;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.UsageMails;
import com.contoso.tollbooth.usage.UsageMonth;
import com.contoso.tollbooth.usage.UsageRights;
import com.contoso.tollbooth.usage.chargeback.ChargebackConfiguration;
import com.contoso.tollbooth.usage.finance.MemoryFiles;
import com.contoso.tollbooth.usage.focus.FocusConfiguration;
import com.contoso.tollbooth.usage.forecast.ForecastConfiguration;
import com.contoso.tollbooth.usage.ledger.LedgerMonth;
import com.contoso.tollbooth.usage.ledger.Restatement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * The usage API over ports in memory. A reader named after a subscription may see that alone, one
 * named {@code nobody} none, all others every one.
 */
@Configuration(proxyBeanMethods = false)
@Import({
  ChargebackConfiguration.class,
  FocusConfiguration.class,
  ForecastConfiguration.class,
  UsageApiConfiguration.class,
  SampleDay.class
})
public class FakedUsage {
  @Bean
  MemoryLedger memoryLedger() {
    return new MemoryLedger();
  }

  @Bean
  UsageFiles usageFiles() {
    return new MemoryFiles();
  }

  @Bean
  UsageMails usageMails() {
    return mail -> {};
  }

  @Bean
  JobLog jobLog() {
    return new MemoryJobLog();
  }

  @Bean
  FinanceFiles financeFiles() {
    return new MemoryFinanceFiles();
  }

  @Bean
  Enrollments enrollments() {
    return new Enrollments() {
      private final Map<EnrollmentNumber, Enrollment> all = new java.util.TreeMap<>();

      @Override
      public List<Enrollment> all() {
        return new ArrayList<>(all.values());
      }

      @Override
      public Optional<Enrollment> find(EnrollmentNumber number) {
        return Optional.ofNullable(all.get(number));
      }

      @Override
      public void put(Enrollment enrollment) {
        all.put(enrollment.number(), enrollment);
      }
    };
  }

  @Bean
  Function<String, UsageRights> readUsageRights() {
    return reader ->
        switch (reader) {
          case "nobody" -> new UsageRights.Only(Set.of());
          case String name when name.startsWith("sub-") ->
              new UsageRights.Only(Set.of(new SubscriptionId(name)));
          default -> new UsageRights.All();
        };
  }

  @Bean
  Supplier<List<Enrollment>> listEnrollments(Enrollments enrollments) {
    return enrollments::all;
  }

  @Bean
  Function<UsageDay, Optional<Fetch>> startDay() {
    return day -> Optional.empty();
  }

  @Bean
  Function<JobQuery, List<JobRecord>> listUsageJobs(JobLog jobLog) {
    return query -> jobLog.newest(query.enrollment(), query.limit());
  }

  @Bean
  Supplier<List<LedgerMonth>> listUsageMonths(MemoryLedger ledger) {
    return ledger::months;
  }

  @Bean
  Function<LineQuery, LinePage> listUsageLines(MemoryLedger ledger) {
    return ledger::page;
  }

  @Bean
  Function<UsageMonth, Set<RunId>> restatingRuns(MemoryLedger ledger) {
    return month ->
        ledger.restatements(month.enrollment(), month.month()).stream()
            .map(Restatement::run)
            .collect(Collectors.toSet());
  }

  @Bean
  Function<UsageMonth, List<Restatement>> listRestatements(MemoryLedger ledger) {
    return month -> ledger.restatements(month.enrollment(), month.month());
  }
}
