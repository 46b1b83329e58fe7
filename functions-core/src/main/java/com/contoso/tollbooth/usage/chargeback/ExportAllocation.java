package com.contoso.tollbooth.usage.chargeback;

import com.contoso.tollbooth.usage.ReportFiles;
import com.contoso.tollbooth.usage.ReportManifest;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Function;

/** Puts an allocation among the reports as CSV. */
record ExportAllocation(ReportFiles reports, Function<AllocationQuery, Allocation> allocateCosts)
    implements Function<AllocationQuery, ReportManifest> {
  @Override
  public ReportManifest apply(AllocationQuery query) {
    Allocation allocation = allocateCosts.apply(query);
    try {
      return reports.write(
          ReportNames.allocation(query),
          query.month().toString(),
          allocation.version(),
          out -> ReportCsv.allocation(allocation, out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
