package com.contoso.tollbooth.usage.chargeback;

import com.contoso.tollbooth.usage.LedgerScope;
import com.contoso.tollbooth.usage.ReportFiles;
import com.contoso.tollbooth.usage.ReportManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;

/** Puts a breakdown among the reports as CSV. */
record ExportBreakdown(ReportFiles reports, Function<BreakdownQuery, Breakdown> breakDownCosts)
    implements Function<BreakdownQuery, ReportManifest> {
  @Override
  public ReportManifest apply(BreakdownQuery query) {
    Breakdown breakdown = breakDownCosts.apply(query);
    LedgerScope scope = query.scope();
    try {
      return reports.write(
          ReportNames.breakdown(query),
          scope.from() + "/" + scope.to(),
          null,
          out -> ReportCsv.breakdown(breakdown, out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
