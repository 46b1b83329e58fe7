package com.contoso.tollbooth.api;

import com.contoso.tollbooth.usage.Cost;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.LedgerLine;
import com.contoso.tollbooth.usage.LedgerScope;
import com.contoso.tollbooth.usage.LinePage;
import com.contoso.tollbooth.usage.LineQuery;
import com.contoso.tollbooth.usage.UsageMonth;
import com.contoso.tollbooth.usage.UsageRights;
import com.contoso.tollbooth.usage.ledger.LedgerMonth;
import com.contoso.tollbooth.usage.ledger.Restatement;
import java.time.Instant;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What the usage ledger holds: months, lines, restatements; of each what its reader may see. */
record UsageLedgerRoutes(
    Supplier<List<LedgerMonth>> listUsageMonths,
    Function<LineQuery, LinePage> listUsageLines,
    Function<UsageMonth, List<Restatement>> listRestatements,
    UsageReader reader)
    implements Routes {

  @Override
  public List<Route> routes() {
    return List.of(
        Route.get("/api/usage/months", call -> reader.ofAny(call, asked -> months())),
        Route.get("/api/usage/months/{month}/lines", this::lines),
        Route.get("/api/usage/months/{month}/restatements", this::restatements));
  }

  private ApiAnswer months() {
    return ApiAnswer.json(new Months(listUsageMonths.get().stream().map(MonthView::of).toList()));
  }

  /** NullAway does not see the annotation of a nested type ({@code basis}) in a class file. */
  @SuppressWarnings("NullAway")
  private ApiAnswer lines(Call call) {
    var query =
        new LineQuery(
            scope(call, reader.rights(call)),
            UsageQueries.lines(call),
            basis(call.parameter("basis")),
            call.parameter("after"),
            call.limit(100));
    LinePage page = listUsageLines.apply(query);
    return ApiAnswer.json(new Lines(page.lines().stream().map(LineView::of).toList(), page.next()));
  }

  private ApiAnswer restatements(Call call) {
    YearMonth month = month(call);
    UsageRights rights = reader.rights(call);
    List<RestatementView> found =
        listUsageMonths.get().stream()
            .filter(each -> each.month().equals(month))
            .map(each -> new UsageMonth(each.enrollment(), month))
            .flatMap(each -> listRestatements.apply(each).stream())
            .map(each -> RestatementView.of(each, rights))
            .filter(each -> !each.differences().isEmpty())
            .toList();
    return ApiAnswer.json(new Restatements(found));
  }

  /** The month of the path, of the enrollment of the query or of all. */
  static LedgerScope scope(Call call, UsageRights rights) {
    LedgerScope all = LedgerScope.of(rights, month(call));
    EnrollmentNumber one = UsageRunRoutes.enrollment(call.parameter("enrollment"));
    return one == null ? all : new LedgerScope(rights, Set.of(one), all.from(), all.to());
  }

  static YearMonth month(Call call) {
    YearMonth month = UsageRunRoutes.month(call.variable("month"));
    if (month == null) {
      throw new IllegalArgumentException("the month is missing");
    }
    return month;
  }

  private static Cost.@Nullable Basis basis(@Nullable String name) {
    try {
      return name == null ? null : Cost.Basis.valueOf(name);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("'basis' is no basis of a cost: '" + name + "'", e);
    }
  }

  record Months(List<MonthView> months) {}

  /** A month and its state. */
  record MonthView(String enrollment, String month, String state, Instant since) {
    static MonthView of(LedgerMonth month) {
      return new MonthView(
          month.enrollment().value(),
          month.month().toString(),
          month.state().name(),
          month.since());
    }
  }

  record Lines(List<LineView> lines, @Nullable String next) {}

  /** A line; decimals are texts, because most readers of JSON round numbers. */
  record LineView(
      String enrollment,
      String id,
      String day,
      String subscription,
      String subscriptionName,
      String meter,
      String service,
      String resource,
      String resourceGroup,
      String costCenter,
      String quantity,
      String unit,
      String cost,
      String currency,
      String basis,
      Map<String, String> tags,
      String run) {
    static LineView of(LedgerLine line) {
      var usage = line.line();
      return new LineView(
          line.enrollment().value(),
          line.id().value(),
          usage.date().toString(),
          usage.subscription().value(),
          usage.subscriptionName(),
          usage.meter().name(),
          usage.meter().category(),
          usage.resource().id(),
          usage.resource().group(),
          usage.owner().costCenter(),
          usage.charge().quantity().toPlainString(),
          usage.meter().unit(),
          line.cost().amount().toPlainString(),
          line.cost().currency(),
          line.cost().basis().name(),
          usage.tags(),
          line.run().value());
    }
  }

  record Restatements(List<RestatementView> restatements) {}

  /** A restatement, of the subscriptions that its reader may see. */
  record RestatementView(
      String enrollment, String month, String run, Instant at, List<DifferenceView> differences) {
    static RestatementView of(Restatement restatement, UsageRights rights) {
      return new RestatementView(
          restatement.enrollment().value(),
          restatement.month().toString(),
          restatement.run().value(),
          restatement.at(),
          restatement.differences().stream()
              .filter(each -> rights.sees(each.subscription()))
              .map(DifferenceView::of)
              .toList());
    }
  }

  /** How one cost centre's cost of one meter changed. */
  record DifferenceView(
      String subscription,
      String meterId,
      String meter,
      String costCenter,
      String currency,
      long added,
      long changed,
      long removed,
      String before,
      String after) {
    static DifferenceView of(Restatement.Difference each) {
      return new DifferenceView(
          each.subscription().value(),
          each.meterId(),
          each.meterName(),
          each.costCenter(),
          each.currency(),
          each.added(),
          each.changed(),
          each.removed(),
          each.before().toPlainString(),
          each.after().toPlainString());
    }
  }
}
