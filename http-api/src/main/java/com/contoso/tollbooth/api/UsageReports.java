package com.contoso.tollbooth.api;

import com.contoso.tollbooth.usage.ReportFiles;
import com.contoso.tollbooth.usage.ReportManifest;
import com.contoso.tollbooth.usage.StoredFile;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.UsageFolder;
import com.contoso.tollbooth.usage.UsageRights;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * The reports finance has exported. Who may see every subscription sees every report; another sees
 * those alone that were written for just what he may see.
 */
record UsageReports(UsageFiles files) {
  private static final JsonMapper JSON =
      JsonMapper.builder().disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

  private static final String MANIFEST = ReportManifest.nameFor("");
  private static final Pattern NAME = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,254}");

  /** Those that are whole, by name. */
  List<ReportView> list(UsageRights rights) throws IOException {
    var reports = new ArrayList<ReportView>();
    for (StoredFile file : files.list(UsageFolder.REPORTS, "")) {
      if (file.name().endsWith(MANIFEST) && maySee(rights, file.name())) {
        Optional<InputStream> manifest = files.open(UsageFolder.REPORTS, file.name());
        if (manifest.isPresent()) {
          try (InputStream in = manifest.get()) {
            reports.add(JSON.readValue(in, ReportView.class));
          }
        }
      }
    }
    return reports;
  }

  /** A report or a manifest. */
  Optional<InputStream> open(UsageRights rights, String name) throws IOException {
    return NAME.matcher(name).matches() && maySee(rights, name)
        ? files.open(UsageFolder.REPORTS, name)
        : Optional.empty();
  }

  private static boolean maySee(UsageRights rights, String name) {
    String report =
        name.endsWith(MANIFEST) ? name.substring(0, name.length() - MANIFEST.length()) : name;
    int ending = report.lastIndexOf('.');
    String stem = ending < 0 ? report : report.substring(0, ending);
    return switch (rights) {
      case UsageRights.All() -> true;
      case UsageRights.Only only -> stem.endsWith(ReportFiles.suffix(rights));
    };
  }

  /** A report as its manifest has it. */
  record ReportView(
      String file,
      String period,
      long rows,
      String sha256,
      long bytes,
      Map<String, String> totals,
      @Nullable String run,
      @Nullable Integer rules) {
    static ReportView of(ReportManifest manifest) {
      var totals = new java.util.TreeMap<String, String>();
      manifest.totals().forEach((currency, cost) -> totals.put(currency, cost.toPlainString()));
      var run = manifest.run();
      return new ReportView(
          manifest.file(),
          manifest.period(),
          manifest.rows(),
          manifest.sha256(),
          manifest.bytes(),
          totals,
          run == null ? null : run.value(),
          manifest.rules());
    }
  }
}
