package com.contoso.tollbooth.usage;

import java.math.BigDecimal;
import java.util.Collections;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What finance needs to trust a report. Nothing in it tells when or how often the report was
 * written: the same ledger gives the same manifest.
 *
 * @param file the report's name in {@link UsageFolder#REPORTS}
 * @param period the month, as {@code 2026-01}, or days, as {@code 2026-01-01/2026-01-15}
 * @param rows without the header line
 * @param sha256 of all its bytes, 64 lower-case hexadecimal digits
 * @param totals the ledger's cost by currency, which the report's rows sum to
 * @param run the newest run that wrote one of its lines; absent if the report is of sums
 * @param rules the version of the chargeback rules; absent if the report knows no rules
 */
public record ReportManifest(
    String file,
    String period,
    long rows,
    String sha256,
    long bytes,
    Map<String, BigDecimal> totals,
    @Nullable RunId run,
    @Nullable Integer rules) {
  public ReportManifest {
    totals = Collections.unmodifiableMap(new TreeMap<>(totals));
  }

  /** {@code {file}.manifest.json}, with the file's ending, because one report has several forms. */
  public String name() {
    return nameFor(file);
  }

  public static String nameFor(String file) {
    return file + ".manifest.json";
  }
}
