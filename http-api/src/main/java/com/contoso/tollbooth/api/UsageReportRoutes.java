package com.contoso.tollbooth.api;

import com.contoso.tollbooth.api.UsageReports.ReportView;
import com.contoso.tollbooth.usage.ReportManifest;
import com.contoso.tollbooth.usage.ReportReplaced;
import com.contoso.tollbooth.usage.UsageRights;
import com.contoso.tollbooth.usage.chargeback.AllocationQuery;
import com.contoso.tollbooth.usage.chargeback.BreakdownQuery;
import com.contoso.tollbooth.usage.focus.FocusExport;
import com.contoso.tollbooth.usage.focus.FocusFormat;
import java.io.IOException;
import java.io.InputStream;
import java.time.YearMonth;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The files finance gets. */
record UsageReportRoutes(
    Function<FocusExport, ReportManifest> exportFocus,
    Function<BreakdownQuery, ReportManifest> exportBreakdown,
    Function<AllocationQuery, ReportManifest> exportAllocation,
    UsageReports reports,
    UsageReader reader)
    implements Routes {

  @Override
  public List<Route> routes() {
    return List.of(
        Route.post("/api/usage/months/{month}/exports", call -> reader.ofAny(call, this::export)),
        Route.get("/api/usage/exports", this::list),
        Route.get("/api/usage/exports/{file}", this::read));
  }

  private ApiAnswer export(Call call) {
    Order order = call.body(Order.class);
    UsageRights rights = reader.rights(call);
    YearMonth month = UsageLedgerRoutes.month(call);
    try {
      return ApiAnswer.json(ReportView.of(export(order, rights, month)));
    } catch (ReportReplaced e) {
      return call.refuse(Problem.Kind.CONFLICT, String.valueOf(e.getMessage()));
    }
  }

  private ReportManifest export(Order order, UsageRights rights, YearMonth month) {
    String enrollment = order.enrollment();
    return switch (order.kind() == null ? "" : order.kind()) {
      case "focus-csv" -> exportFocus.apply(focus(order, rights, month, FocusFormat.CSV));
      case "focus-parquet" -> exportFocus.apply(focus(order, rights, month, FocusFormat.PARQUET));
      case "breakdown-csv" ->
          exportBreakdown.apply(
              new BreakdownQuery(
                  UsageQueries.scope(rights, month, enrollment),
                  UsageQueries.filter(order.filter()),
                  UsageQueries.grain(order.grain()),
                  UsageQueries.by(order.by()),
                  order.top() == null ? 0 : order.top()));
      case "allocation-csv" ->
          exportAllocation.apply(
              UsageQueries.allocation(rights, month, enrollment, order.version()));
      default ->
          throw new IllegalArgumentException(
              "'kind' is focus-csv, focus-parquet, breakdown-csv or allocation-csv, not '"
                  + order.kind()
                  + "'");
    };
  }

  private static FocusExport focus(
      Order order, UsageRights rights, YearMonth month, FocusFormat format) {
    return new FocusExport(rights, UsageRunRoutes.enrollment(order.enrollment()), month, format);
  }

  private ApiAnswer list(Call call) throws IOException {
    return ApiAnswer.json(new Reports(reports.list(reader.rights(call))));
  }

  private ApiAnswer read(Call call) throws IOException {
    String file = call.variable("file");
    Optional<InputStream> bytes = reports.open(reader.rights(call), file);
    return bytes
        .map(content -> attachment(file, content))
        .orElseGet(() -> call.refuse(Problem.Kind.NOT_FOUND, "there is no such report"));
  }

  /** The name needs no escape: reports are of letters, digits, dots, dashes and underscores. */
  private static ApiAnswer attachment(String file, InputStream bytes) {
    return new ApiAnswer(
        200,
        typeOf(file),
        Map.of(
            "Content-Disposition",
            "attachment; filename=\"" + file + "\"",
            "X-Content-Type-Options",
            "nosniff"),
        bytes);
  }

  private static String typeOf(String file) {
    if (file.endsWith(".json")) {
      return "application/json";
    }
    return file.endsWith(".csv") ? "text/csv;charset=UTF-8" : "application/octet-stream";
  }

  record Reports(List<ReportView> exports) {}

  /**
   * What to export.
   *
   * @param by for a breakdown: subscription, unless it names something else
   * @param grain for a breakdown: month or day
   * @param top for a breakdown: how many groups are shown by themselves; all, if absent
   * @param filter for a breakdown: which costs are counted
   * @param version for an allocation: of the rules; the current one, if absent
   */
  record Order(
      @Nullable String kind,
      @Nullable String enrollment,
      @Nullable String by,
      @Nullable String grain,
      @Nullable Integer top,
      @Nullable Map<String, String> filter,
      @Nullable Integer version) {}
}
