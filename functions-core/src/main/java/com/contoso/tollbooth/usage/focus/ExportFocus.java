package com.contoso.tollbooth.usage.focus;

import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.Enrollments;
import com.contoso.tollbooth.usage.LedgerMoved;
import com.contoso.tollbooth.usage.LedgerReader;
import com.contoso.tollbooth.usage.ReportFiles;
import com.contoso.tollbooth.usage.ReportManifest;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.UsageMonth;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Exports a month as FOCUS. The ledger is read twice, first for the digits that the columns need,
 * then for the rows, so that memory stays flat; if it changed in between nothing is published.
 */
record ExportFocus(
    LedgerReader ledger,
    Enrollments enrollments,
    Function<UsageMonth, Set<RunId>> restatingRuns,
    ReportFiles reports,
    List<FocusWriter> writers)
    implements Function<FocusExport, ReportManifest> {
  @Override
  public ReportManifest apply(FocusExport export) {
    FocusWriter writer = writer(export.format());
    var measure = new Measure();
    ledger.lines(export.scope(), measure::add);
    try {
      return reports.write(
          export.file(),
          export.month().toString(),
          null,
          out -> write(export, measure, writer, out));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private FocusWriter writer(FocusFormat format) {
    return writers.stream()
        .filter(writer -> writer.format() == format)
        .findFirst()
        .orElseThrow(() -> new IllegalArgumentException(format + " is not written here"));
  }

  private ReportFiles.Content write(
      FocusExport export, Measure measure, FocusWriter writer, OutputStream out)
      throws IOException {
    var written = new Measure();
    Map<EnrollmentNumber, String> names = names();
    var restating = new HashMap<EnrollmentNumber, Set<RunId>>();
    try (FocusWriter.Sheet sheet = writer.open(out, measure.scales())) {
      ledger.lines(
          export.scope(),
          line -> {
            written.add(line);
            EnrollmentNumber enrollment = line.enrollment();
            Set<RunId> runs =
                restating.computeIfAbsent(
                    enrollment, each -> restatingRuns.apply(new UsageMonth(each, export.month())));
            write(sheet, new FocusRow(line, names.get(enrollment), runs));
          });
    }
    if (!written.agrees(measure)) {
      throw new LedgerMoved(
          "the ledger changed while " + export.file() + " was written; export it again");
    }
    return new ReportFiles.Content(written.rows(), written.totals(), written.run());
  }

  private static void write(FocusWriter.Sheet sheet, FocusRow row) {
    try {
      sheet.write(row);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<EnrollmentNumber, String> names() {
    var names = new HashMap<EnrollmentNumber, String>();
    for (Enrollment enrollment : enrollments.all()) {
      if (!enrollment.description().isBlank()) {
        names.put(enrollment.number(), enrollment.description());
      }
    }
    return names;
  }
}
