package com.contoso.tollbooth.api;

import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.JobQuery;
import com.contoso.tollbooth.usage.JobRecord;
import com.contoso.tollbooth.usage.LinePage;
import com.contoso.tollbooth.usage.LineQuery;
import com.contoso.tollbooth.usage.ReportManifest;
import com.contoso.tollbooth.usage.UsageDay;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.UsageMonth;
import com.contoso.tollbooth.usage.UsageRights;
import com.contoso.tollbooth.usage.chargeback.Allocation;
import com.contoso.tollbooth.usage.chargeback.AllocationQuery;
import com.contoso.tollbooth.usage.chargeback.Breakdown;
import com.contoso.tollbooth.usage.chargeback.BreakdownQuery;
import com.contoso.tollbooth.usage.chargeback.OwnCost;
import com.contoso.tollbooth.usage.chargeback.OwnCostQuery;
import com.contoso.tollbooth.usage.chargeback.RulesApproval;
import com.contoso.tollbooth.usage.chargeback.RulesEffect;
import com.contoso.tollbooth.usage.chargeback.RulesEvent;
import com.contoso.tollbooth.usage.chargeback.RulesProposal;
import com.contoso.tollbooth.usage.chargeback.RulesTrial;
import com.contoso.tollbooth.usage.chargeback.RulesVersion;
import com.contoso.tollbooth.usage.chargeback.SavedView;
import com.contoso.tollbooth.usage.control.UsagePlan;
import com.contoso.tollbooth.usage.control.UsageRequest;
import com.contoso.tollbooth.usage.focus.FocusExport;
import com.contoso.tollbooth.usage.forecast.Anomaly;
import com.contoso.tollbooth.usage.forecast.AnomalyQuery;
import com.contoso.tollbooth.usage.forecast.Trend;
import com.contoso.tollbooth.usage.forecast.TrendQuery;
import com.contoso.tollbooth.usage.ledger.LedgerMonth;
import com.contoso.tollbooth.usage.ledger.Restatement;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * The usage pipeline's part of the API over its functions; a host that has them imports it beside
 * {@link ApiConfiguration}. A host that knows how many photos came in each month says so in a
 * {@code Supplier<SortedMap<YearMonth, Long>>}.
 */
@Configuration(proxyBeanMethods = false)
public class UsageApiConfiguration {
  @Bean
  UsageReader usageReader(Function<String, UsageRights> readUsageRights) {
    return new UsageReader(readUsageRights);
  }

  @Bean
  Routes usageRunRoutes(
      Supplier<List<Enrollment>> listEnrollments,
      Function<UsageRequest, UsagePlan> startUsage,
      Function<UsageDay, Optional<Fetch>> startDay,
      Function<JobQuery, List<JobRecord>> listUsageJobs,
      UsageReader usageReader,
      Clock clock) {
    return new UsageRunRoutes(
        listEnrollments, startUsage, startDay, listUsageJobs, usageReader, clock);
  }

  @Bean
  Routes usageLedgerRoutes(
      Supplier<List<LedgerMonth>> listUsageMonths,
      Function<LineQuery, LinePage> listUsageLines,
      Function<UsageMonth, List<Restatement>> listRestatements,
      UsageReader usageReader) {
    return new UsageLedgerRoutes(listUsageMonths, listUsageLines, listRestatements, usageReader);
  }

  @Bean
  Routes usageCostRoutes(
      Function<BreakdownQuery, Breakdown> breakDownCosts,
      Function<AllocationQuery, Allocation> allocateCosts,
      UsageReader usageReader) {
    return new UsageCostRoutes(breakDownCosts, allocateCosts, usageReader);
  }

  @Bean
  Routes usageViewRoutes(
      Supplier<List<SavedView>> listSavedViews,
      Consumer<SavedView> saveView,
      Consumer<String> removeView,
      Function<OwnCostQuery, List<OwnCost>> costPerMillionPhotos,
      Supplier<List<LedgerMonth>> listUsageMonths,
      ObjectProvider<Supplier<SortedMap<YearMonth, Long>>> countPhotosByMonth,
      UsageReader usageReader) {
    return new UsageViewRoutes(
        listSavedViews,
        saveView,
        removeView,
        costPerMillionPhotos,
        listUsageMonths,
        countPhotosByMonth.getIfAvailable(),
        usageReader);
  }

  @Bean
  Routes usageTrendRoutes(
      Function<TrendQuery, Trend> readTrend,
      Function<AnomalyQuery, List<Anomaly>> findAnomalies,
      Function<BreakdownQuery, Breakdown> breakDownCosts,
      UsageReader usageReader,
      Clock clock) {
    return new UsageTrendRoutes(readTrend, findAnomalies, breakDownCosts, usageReader, clock);
  }

  @Bean
  Routes usageRulesRoutes(
      Supplier<Optional<RulesVersion>> currentRules,
      Supplier<List<RulesEvent>> listRulesHistory,
      Function<RulesProposal, RulesVersion> proposeRules,
      Function<RulesTrial, RulesEffect> previewRules,
      Consumer<RulesApproval> applyRules,
      UsageReader usageReader) {
    return new UsageRulesRoutes(
        currentRules, listRulesHistory, proposeRules, previewRules, applyRules, usageReader);
  }

  @Bean
  Routes usageReportRoutes(
      Function<FocusExport, ReportManifest> exportFocus,
      Function<BreakdownQuery, ReportManifest> exportBreakdown,
      Function<AllocationQuery, ReportManifest> exportAllocation,
      UsageFiles usageFiles,
      UsageReader usageReader) {
    return new UsageReportRoutes(
        exportFocus, exportBreakdown, exportAllocation, new UsageReports(usageFiles), usageReader);
  }

  @Bean
  Routes usageErrorRoutes(
      UsageFiles usageFiles,
      Function<String, Fetch> startRedrive,
      UsageReader usageReader,
      Clock clock) {
    return new UsageErrorRoutes(new UsageErrors(usageFiles), startRedrive, usageReader, clock);
  }
}
