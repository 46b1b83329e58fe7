package com.contoso.tollbooth.usage.retrieve;

import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.Enrollments;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.JobSteps;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.UsageMails;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The function that fetches reports. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(KeySettings.class)
public class RetrieveConfiguration {
  @Bean
  Function<Fetch, RetrieveOutcome> retrieveUsage(
      Enrollments enrollments,
      UsageReports usageReports,
      ReportTags reportTags,
      UsageFiles usageFiles,
      JobLog jobLog,
      JobSteps steps) {
    return new RetrieveUsage(enrollments, usageReports, reportTags, usageFiles, jobLog, steps);
  }

  @Bean
  Consumer<Enrollment> warnOfKeyExpiry(
      AccessKeys accessKeys, KeySettings settings, UsageMails usageMails, Clock clock) {
    return new WarnOfExpiry(accessKeys, settings, usageMails, clock);
  }
}
