package com.contoso.tollbooth.api;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.chargeback.Breakdown;
import com.contoso.tollbooth.usage.chargeback.BreakdownQuery;
import com.contoso.tollbooth.usage.control.RunEnd;
import com.contoso.tollbooth.usage.control.UsageRequest;
import com.contoso.tollbooth.usage.control.UsageRunReport;
import com.contoso.tollbooth.usage.forecast.Anomaly;
import com.contoso.tollbooth.usage.forecast.AnomalyQuery;
import com.contoso.tollbooth.usage.forecast.Trend;
import com.contoso.tollbooth.usage.forecast.TrendQuery;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * A host on the morning after the sample's last day, whose runs and redrives end at once and well.
 */
@Configuration(proxyBeanMethods = false)
public class SampleDay {
  /** On the morning after the sample's last day. */
  @Bean
  Routes usageTrendRoutes(
      Function<TrendQuery, Trend> readTrend,
      Function<AnomalyQuery, List<Anomaly>> findAnomalies,
      Function<BreakdownQuery, Breakdown> breakDownCosts,
      UsageReader usageReader) {
    return new UsageTrendRoutes(
        readTrend,
        findAnomalies,
        breakDownCosts,
        usageReader,
        () -> SampleUsage.LAST.plusDays(1).atTime(5, 0).toInstant(ZoneOffset.UTC));
  }

  @Bean
  Function<UsageRequest, UsageRunReport> runUsage() {
    return request ->
        switch (request) {
          case UsageRequest.Due due -> new UsageRunReport(List.of(), List.of());
          case UsageRequest.Asked(var enrollment, var month) ->
              new UsageRunReport(List.of(end(enrollment, month)), List.of());
        };
  }

  private static RunEnd end(EnrollmentNumber enrollment, YearMonth month) {
    var fetch = new Fetch(enrollment, month, new RunId("20260301T041500123Z"));
    return new RunEnd(fetch, JobRecord.Outcome.DONE, 12, 3, 4_096, null);
  }

  @Bean
  Function<String, RunEnd> redriveUsageMonth() {
    return name -> end(new EnrollmentNumber("100"), YearMonth.of(2026, 2));
  }
}
