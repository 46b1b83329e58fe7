package com.contoso.tollbooth.usage;

import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Puts reports into {@link UsageFolder#REPORTS}: whole or not at all, each with its manifest. While
 * a report takes the place of an earlier one it has no manifest, so that a manifest never describes
 * other bytes than those beside it.
 */
public final class ReportFiles {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final UsageFiles files;

  public ReportFiles(UsageFiles files) {
    this.files = files;
  }

  /**
   * Writes a report and then its manifest.
   *
   * @throws ReportReplaced if another took the report's place meanwhile
   */
  public ReportManifest write(String name, String period, @Nullable Integer rules, Body body)
      throws IOException {
    try (UsageFiles.NewFile file = files.create(UsageFolder.REPORTS, name)) {
      Content content = body.write(file.out());
      files.delete(UsageFolder.REPORTS, ReportManifest.nameFor(name));
      StoredFile stored = file.commit();
      var manifest =
          new ReportManifest(
              name,
              period,
              content.rows(),
              stored.sha256(),
              stored.bytes(),
              content.totals(),
              content.run(),
              rules);
      describe(manifest);
      if (!files.find(UsageFolder.REPORTS, name).equals(Optional.of(stored))) {
        files.delete(UsageFolder.REPORTS, manifest.name());
        throw new ReportReplaced(name);
      }
      return manifest;
    }
  }

  private void describe(ReportManifest manifest) throws IOException {
    try (UsageFiles.NewFile file = files.create(UsageFolder.REPORTS, manifest.name())) {
      file.out().write(JSON.writeValueAsBytes(json(manifest)));
      file.commit();
    }
  }

  /** Money as text, because most readers of JSON round numbers. */
  private static Map<String, Object> json(ReportManifest manifest) {
    var json = new LinkedHashMap<String, Object>();
    json.put("file", manifest.file());
    json.put("period", manifest.period());
    json.put("rows", manifest.rows());
    json.put("sha256", manifest.sha256());
    json.put("bytes", manifest.bytes());
    var totals = new TreeMap<String, String>();
    manifest.totals().forEach((currency, cost) -> totals.put(currency, cost.toPlainString()));
    json.put("totals", totals);
    if (manifest.run() != null) {
      json.put("run", manifest.run().value());
    }
    if (manifest.rules() != null) {
      json.put("rules", manifest.rules());
    }
    return json;
  }

  /**
   * Names whose part a report is: nothing for one who sees all, else a mark of the subscriptions,
   * so that one reader's report never takes the place of another's.
   */
  public static String suffix(UsageRights rights) {
    return switch (rights) {
      case UsageRights.All() -> "";
      case UsageRights.Only(var subscriptions) ->
          "-part-"
              + Checksum.of(
                      subscriptions.stream()
                          .map(SubscriptionId::value)
                          .sorted()
                          .collect(Collectors.joining("\n")))
                  .substring(0, 12);
    };
  }

  /** Writes a report's bytes and says what they hold; it does not close the stream. */
  public interface Body {
    Content write(OutputStream out) throws IOException;
  }

  /** What was written. */
  public record Content(long rows, Map<String, BigDecimal> totals, @Nullable RunId run) {}
}
