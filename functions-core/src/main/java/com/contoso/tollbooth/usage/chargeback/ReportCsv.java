package com.contoso.tollbooth.usage.chargeback;

import com.contoso.tollbooth.usage.ReportFiles;
import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Finance's CSVs: RFC 4180, UTF-8 without byte order mark, CRLF, money with all its digits. They
 * are opened with spreadsheets, so a text that would begin a formula has an apostrophe before it.
 */
final class ReportCsv {
  private ReportCsv() {}

  static ReportFiles.Content breakdown(Breakdown breakdown, OutputStream out) throws IOException {
    write(
        out,
        List.of(
            "From",
            breakdown.query().by().title(),
            "Name",
            "Kind",
            "Currency",
            "Lines",
            "UnratedLines",
            "Cost"),
        breakdown.rows().stream()
            .map(
                row ->
                    List.of(
                        row.from().toString(),
                        text(row.key()),
                        text(row.label()),
                        row.kind().name(),
                        row.currency(),
                        Long.toString(row.lines()),
                        Long.toString(row.unrated()),
                        plain(row.cost())))
            .toList());
    return new ReportFiles.Content(breakdown.rows().size(), totals(breakdown.totals()), null);
  }

  static ReportFiles.Content allocation(Allocation allocation, OutputStream out)
      throws IOException {
    write(
        out,
        List.of("Month", "Target", "Currency", "Direct", "Shared", "Amount"),
        allocation.shares().stream()
            .map(
                share ->
                    List.of(
                        allocation.month().toString(),
                        text(share.target()),
                        share.currency(),
                        plain(share.direct()),
                        plain(share.shared()),
                        plain(share.amount())))
            .toList());
    return new ReportFiles.Content(allocation.shares().size(), totals(allocation.totals()), null);
  }

  private static void write(OutputStream out, List<String> header, List<List<String>> rows)
      throws IOException {
    CsvWriter csv =
        CsvWriter.builder()
            .lineDelimiter(LineDelimiter.CRLF)
            .build(new OutputStreamWriter(out, StandardCharsets.UTF_8));
    csv.writeRecord(header);
    rows.forEach(csv::writeRecord);
    csv.flush();
  }

  private static Map<String, BigDecimal> totals(List<CostTotal> totals) {
    return totals.stream().collect(Collectors.toMap(CostTotal::currency, CostTotal::cost));
  }

  private static String plain(BigDecimal money) {
    return money.toPlainString();
  }

  private static String text(String text) {
    boolean formula =
        Arrays.stream(new String[] {"=", "+", "-", "@", "\t", "\r"}).anyMatch(text::startsWith);
    return formula ? "'" + text : text;
  }
}
