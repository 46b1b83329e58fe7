package com.contoso.tollbooth.usage.split;

import com.contoso.tollbooth.usage.DayFile;
import com.contoso.tollbooth.usage.DayLines;
import com.contoso.tollbooth.usage.JobSteps;
import com.contoso.tollbooth.usage.RawReport;
import com.contoso.tollbooth.usage.UsageDay;
import com.contoso.tollbooth.usage.UsageFiles;
import java.util.Optional;
import java.util.function.Function;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The split's functions. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SplitSettings.class)
public class SplitConfiguration {
  @Bean
  Function<RawReport, SplitOutcome> splitUsage(
      UsageFiles usageFiles, SplitSettings settings, JobSteps steps) {
    return new RecordedSplit(new SplitUsage(usageFiles, settings), steps);
  }

  @Bean
  Function<RedriveUsage, RawReport> redriveUsage(UsageFiles usageFiles, SplitSettings settings) {
    return new RedriveReport(usageFiles, settings);
  }

  @Bean
  Function<DayFile, DayLines> readDayFile(UsageFiles usageFiles) {
    return new ReadDayFile(usageFiles);
  }

  @Bean
  Function<UsageDay, Optional<DayFile>> findDayFile(UsageFiles usageFiles) {
    return new FindDayFile(usageFiles);
  }
}
