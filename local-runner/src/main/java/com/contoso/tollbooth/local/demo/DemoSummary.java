package com.contoso.tollbooth.local.demo;

import com.contoso.tollbooth.local.usage.simulator.UsageSimulator;
import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.LedgerScope;
import com.contoso.tollbooth.usage.ReportManifest;
import com.contoso.tollbooth.usage.SubscriptionId;
import com.contoso.tollbooth.usage.Totals;
import com.contoso.tollbooth.usage.UsageMonth;
import com.contoso.tollbooth.usage.UsageRights;
import com.contoso.tollbooth.usage.chargeback.Allocation;
import com.contoso.tollbooth.usage.chargeback.AllocationQuery;
import com.contoso.tollbooth.usage.chargeback.RulesApproval;
import com.contoso.tollbooth.usage.chargeback.RulesProposal;
import com.contoso.tollbooth.usage.chargeback.RulesVersion;
import com.contoso.tollbooth.usage.focus.FocusExport;
import com.contoso.tollbooth.usage.focus.FocusFormat;
import com.contoso.tollbooth.usage.forecast.Trend;
import com.contoso.tollbooth.usage.forecast.TrendQuery;
import com.contoso.tollbooth.usage.ledger.LedgerMonth;
import com.contoso.tollbooth.usage.ledger.Restatement;
import com.contoso.tollbooth.usage.ledger.UsageLedger;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;

/** What finance gets of the demo, each total beside that which it must equal. */
final class DemoSummary {
  private static final UsageRights ALL = new UsageRights.All();
  private static final String RULES =
      """
      rules:
        - name: shared platform
          when: {tag: system=idp}
          split: {proportional: [CC-1100, CC-1200, CC-4711]}
        - name: mail and BI, half each
          when: {tag: system=mail}
          split: {even: [CC-2040, CC-3000]}
        - name: each its own
          when: {costCenter: "CC-*"}
          charge: "{costCenter}"
      """;

  private final UsagePipeline pipeline;
  private final UsageSimulator simulator;
  private final PrintStream out;
  private boolean agrees = true;

  DemoSummary(UsagePipeline pipeline, UsageSimulator simulator, PrintStream out) {
    this.pipeline = pipeline;
    this.simulator = simulator;
    this.out = out;
  }

  /**
   * Prints it.
   *
   * @param served when each month was fetched last
   * @param today the day of the last run
   */
  boolean print(Map<UsageMonth, LocalDate> served, LocalDate today) {
    ledger(served);
    restatements(served);
    applyRules();
    for (YearMonth month : months(served)) {
      Map<String, BigDecimal> total = total(LedgerScope.of(ALL, month));
      chargeback(month, total);
      focus(month, FocusFormat.CSV, total);
      focus(month, FocusFormat.PARQUET, total);
    }
    forecast(today);
    out.printf("%n%s%n", agrees ? "All totals agree to the digit." : "NOT all totals agree.");
    return agrees;
  }

  private static Iterable<YearMonth> months(Map<UsageMonth, LocalDate> served) {
    return served.keySet().stream().map(UsageMonth::month).sorted().distinct().toList();
  }

  private void ledger(Map<UsageMonth, LocalDate> served) {
    out.printf("%nLedger beside what the simulator served%n");
    var ledger = pipeline.bean(UsageLedger.class);
    served.forEach(
        (month, day) -> {
          var truth = simulator.truth(month.enrollment(), month.month(), day);
          var found = found(month);
          Totals whole = sum(truth);
          out.printf(
              Locale.ROOT,
              "  %-16s %s  %-8s %,9d lines  %s EUR  %s%n",
              month.enrollment(),
              month.month(),
              ledger
                  .month(month.enrollment(), month.month())
                  .map(LedgerMonth::state)
                  .map(state -> state.name().toLowerCase(Locale.ROOT))
                  .orElse(""),
              whole.lines(),
              whole.cost().toPlainString(),
              verdict(truth.equals(found), sum(found).cost().toPlainString()));
        });
  }

  /** By subscription and day, from every line. */
  private Map<SubscriptionId, Map<LocalDate, Totals>> found(UsageMonth month) {
    var found = new TreeMap<SubscriptionId, Map<LocalDate, Totals>>();
    var scope =
        new LedgerScope(
            ALL, Set.of(month.enrollment()), month.month().atDay(1), month.month().atEndOfMonth());
    pipeline
        .bean(LedgerReader.class)
        .lines(
            scope,
            each ->
                found
                    .computeIfAbsent(each.line().subscription(), none -> new TreeMap<>())
                    .merge(
                        each.line().date(),
                        new Totals(1, each.line().charge().quantity(), each.cost().amount()),
                        Totals::plus));
    return found;
  }

  private static Totals sum(Map<SubscriptionId, Map<LocalDate, Totals>> totals) {
    return totals.values().stream()
        .flatMap(days -> days.values().stream())
        .reduce(Totals.NONE, Totals::plus);
  }

  private void restatements(Map<UsageMonth, LocalDate> served) {
    out.printf("%nRestatements%n");
    var ledger = pipeline.bean(UsageLedger.class);
    for (UsageMonth month : served.keySet()) {
      for (Restatement each : ledger.restatements(month.enrollment(), month.month())) {
        out.printf(
            "  %-16s %s  %d changed lines, %d removed: %s → %s EUR%n",
            each.enrollment(),
            each.month(),
            each.differences().stream().mapToLong(Restatement.Difference::changed).sum(),
            each.differences().stream().mapToLong(Restatement.Difference::removed).sum(),
            cents(sum(each, Restatement.Difference::before)),
            cents(sum(each, Restatement.Difference::after)));
      }
    }
  }

  private static BigDecimal sum(
      Restatement restatement, Function<Restatement.Difference, BigDecimal> amount) {
    return restatement.differences().stream().map(amount).reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  private void applyRules() {
    Function<RulesProposal, RulesVersion> propose = pipeline.function("proposeRules");
    Consumer<RulesApproval> apply = pipeline.function("applyRules");
    apply.accept(
        new RulesApproval(propose.apply(new RulesProposal(RULES, "demo")).number(), "demo"));
  }

  private void chargeback(YearMonth month, Map<String, BigDecimal> total) {
    Function<AllocationQuery, Allocation> allocate = pipeline.function("allocateCosts");
    Allocation allocation = allocate.apply(AllocationQuery.of(ALL, month));
    out.printf("%nChargeback of %s%n", month);
    for (Allocation.Share share : allocation.shares()) {
      out.printf("  %-12s %14s %s%n", share.target(), cents(share.amount()), share.currency());
    }
    var sums = new TreeMap<String, BigDecimal>();
    allocation
        .shares()
        .forEach(share -> sums.merge(share.currency(), share.amount(), BigDecimal::add));
    sums.forEach(
        (currency, sum) ->
            out.printf(
                "  %-12s %14s %s  %s%n", "total", cents(sum), currency, verdict(sums, total)));
  }

  private void focus(YearMonth month, FocusFormat format, Map<String, BigDecimal> total) {
    Function<FocusExport, ReportManifest> export = pipeline.function("exportFocus");
    ReportManifest written = export.apply(new FocusExport(ALL, null, month, format));
    out.printf(
        Locale.ROOT,
        "  usage/usagereports/%s: %,d rows, %,d bytes  %s%n",
        written.file(),
        written.rows(),
        written.bytes(),
        verdict(written.totals(), total));
  }

  /** What the month will have cost is known to the simulator alone. */
  private void forecast(LocalDate today) {
    YearMonth month = YearMonth.from(today);
    Function<TrendQuery, Trend> trend = pipeline.function("readTrend");
    out.printf("%nForecast of %s, made on %s%n", month, today);
    for (Trend.InCurrency each :
        trend.apply(new TrendQuery(ALL, Set.of(), month, null, today)).currencies()) {
      out.printf("  to date      %14s %s%n", cents(each.toDate()), each.currency());
      Trend.MonthEnd end = each.monthEnd();
      if (end != null) {
        out.printf(
            "  month's end  %14s %s  (%s to %s)%n",
            end.cost(), each.currency(), end.low(), end.high());
      }
    }
    BigDecimal whole =
        simulator.enrollments().stream()
            .map(each -> simulator.dailyCost(each.number(), month.atDay(1), month.atEndOfMonth()))
            .flatMap(days -> days.values().stream())
            .reduce(BigDecimal.ZERO, BigDecimal::add);
    out.printf("  it will be   %14s%n", cents(whole));
  }

  private Map<String, BigDecimal> total(LedgerScope scope) {
    var total = new TreeMap<String, BigDecimal>();
    pipeline
        .bean(LedgerReader.class)
        .rollups(scope, rollup -> total.merge(rollup.currency(), rollup.cost(), BigDecimal::add));
    return total;
  }

  private String verdict(Map<String, BigDecimal> found, Map<String, BigDecimal> wanted) {
    boolean same =
        found.keySet().equals(wanted.keySet())
            && found.entrySet().stream()
                .allMatch(each -> each.getValue().compareTo(wanted.get(each.getKey())) == 0);
    return verdict(same, found.toString());
  }

  private String verdict(boolean same, String found) {
    agrees &= same;
    return same ? "agrees" : "DIFFERS: " + found;
  }

  private static String cents(BigDecimal amount) {
    return amount.setScale(2, RoundingMode.HALF_EVEN).toPlainString();
  }
}
