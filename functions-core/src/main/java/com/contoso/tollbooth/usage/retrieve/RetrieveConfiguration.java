package com.contoso.tollbooth.usage.retrieve;

import com.contoso.tollbooth.usage.Enrollments;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobSteps;
import com.contoso.tollbooth.usage.UsageFiles;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The function that fetches reports. */
@Configuration(proxyBeanMethods = false)
public class RetrieveConfiguration {
  @Bean
  Function<Fetch, RetrieveOutcome> retrieveUsage(
      Enrollments enrollments,
      UsageReports usageReports,
      ReportTags reportTags,
      UsageFiles usageFiles,
      JobSteps steps) {
    return new RetrieveUsage(enrollments, usageReports, reportTags, usageFiles, steps);
  }
}
