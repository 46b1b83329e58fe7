package com.contoso.tollbooth.usage.chargeback;

import com.contoso.tollbooth.usage.FinanceFiles;
import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.ReportFiles;
import com.contoso.tollbooth.usage.ReportManifest;
import com.contoso.tollbooth.usage.UsageFiles;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What finance can ask of the ledger, over a {@code LedgerReader} and its own files. */
@Configuration(proxyBeanMethods = false)
public class ChargebackConfiguration {
  @Bean
  ChargebackRules chargebackRules(FinanceFiles financeFiles) {
    return new ChargebackRules(financeFiles);
  }

  @Bean
  SavedViews savedViews(FinanceFiles financeFiles) {
    return new SavedViews(financeFiles);
  }

  @Bean
  Function<AllocationQuery, Allocation> allocateCosts(LedgerReader ledger, ChargebackRules rules) {
    return new AllocateCosts(ledger, rules);
  }

  @Bean
  Function<RulesProposal, RulesVersion> proposeRules(ChargebackRules rules, Clock clock) {
    return new ProposeRules(rules, clock);
  }

  @Bean
  Function<RulesTrial, RulesEffect> previewRules(LedgerReader ledger, ChargebackRules rules) {
    return new PreviewRules(new AllocateCosts(ledger, rules));
  }

  @Bean
  Consumer<RulesApproval> applyRules(ChargebackRules rules, Clock clock) {
    return approval -> rules.apply(approval.version(), approval.by(), clock.instant());
  }

  @Bean
  Supplier<Optional<RulesVersion>> currentRules(ChargebackRules rules) {
    return rules::current;
  }

  @Bean
  Supplier<List<RulesEvent>> listRulesHistory(ChargebackRules rules) {
    return rules::history;
  }

  @Bean
  Function<BreakdownQuery, Breakdown> breakDownCosts(LedgerReader ledger) {
    return new BreakDownCosts(ledger);
  }

  @Bean
  Function<AllocationQuery, ReportManifest> exportAllocation(
      UsageFiles files, Function<AllocationQuery, Allocation> allocateCosts) {
    return new ExportAllocation(new ReportFiles(files), allocateCosts);
  }

  @Bean
  Function<BreakdownQuery, ReportManifest> exportBreakdown(
      UsageFiles files, Function<BreakdownQuery, Breakdown> breakDownCosts) {
    return new ExportBreakdown(new ReportFiles(files), breakDownCosts);
  }

  @Bean
  Function<OwnCostQuery, List<OwnCost>> costPerMillionPhotos(LedgerReader ledger) {
    return new CostPhotos(ledger);
  }

  @Bean
  Supplier<List<SavedView>> listSavedViews(SavedViews views) {
    return views::all;
  }

  @Bean
  Consumer<SavedView> saveView(SavedViews views) {
    return views::put;
  }

  @Bean
  Consumer<String> removeView(SavedViews views) {
    return views::remove;
  }
}
