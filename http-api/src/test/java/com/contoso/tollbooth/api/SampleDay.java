package com.contoso.tollbooth.api;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.chargeback.Breakdown;
import com.contoso.tollbooth.usage.chargeback.BreakdownQuery;
import com.contoso.tollbooth.usage.control.UsagePlan;
import com.contoso.tollbooth.usage.control.UsageRequest;
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
 * A host on the morning after the sample's last day, which starts every run it is asked for and
 * none that is due.
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
  Function<UsageRequest, UsagePlan> startUsage() {
    return request ->
        switch (request) {
          case UsageRequest.Due due -> new UsagePlan(List.of(), List.of());
          case UsageRequest.Asked(var enrollment, var month) ->
              new UsagePlan(List.of(fetch(enrollment, month)), List.of());
          case UsageRequest.Redrive(var enrollment, var month) ->
              new UsagePlan(List.of(fetch(enrollment, month)), List.of());
        };
  }

  private static Fetch fetch(EnrollmentNumber enrollment, YearMonth month) {
    return new Fetch(enrollment, month, new RunId("20260301T041500123Z"));
  }

  @Bean
  Function<String, Fetch> startRedrive() {
    return name -> fetch(new EnrollmentNumber("100"), YearMonth.of(2026, 2));
  }
}
