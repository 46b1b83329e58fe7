package com.contoso.tollbooth.sources;

import com.contoso.tollbooth.usage.retrieve.AccessKeys;
import com.contoso.tollbooth.usage.retrieve.ReportTags;
import com.contoso.tollbooth.usage.retrieve.UsageReports;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the {@link UsageReports}; the host gives the keys and the tags. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SourceSettings.class)
public class SourcesConfiguration {

  @Bean
  public UsageReports usageReports(
      SourceSettings settings, AccessKeys keys, ReportTags tags, InstantSource clock) {
    return new SourcedReports(settings, keys, tags, clock);
  }

  /** Keys that stand in the enrollments themselves, for a laptop. */
  public static AccessKeys plainKeys() {
    return new PlainAccessKeys();
  }

  /** Tags that last as long as the process. */
  public static ReportTags tagsInMemory() {
    return new TagsInMemory();
  }
}
