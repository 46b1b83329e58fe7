package com.contoso.tollbooth.usage.control;

import com.contoso.tollbooth.usage.Enrollments;
import com.contoso.tollbooth.usage.JobLog;
import com.contoso.tollbooth.usage.UsageSettings;
import java.time.Clock;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The controller's functions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(UsageSettings.class)
public class ControlConfiguration {
  @Bean
  Function<UsageRequest, UsagePlan> claimFetches(
      Enrollments enrollments, JobLog jobLog, UsageSettings settings, Clock clock) {
    return new ClaimFetches(enrollments, jobLog, settings, clock);
  }

  @Bean
  Consumer<RunEnd> endUsageRun(JobLog jobLog, Clock clock) {
    return new EndUsageRun(jobLog, clock);
  }
}
