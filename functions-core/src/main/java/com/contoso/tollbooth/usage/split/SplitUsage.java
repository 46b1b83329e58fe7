package com.contoso.tollbooth.usage.split;

import com.contoso.tollbooth.usage.Fetch;
import com.contoso.tollbooth.usage.RawReport;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.UsageFolder;
import com.contoso.tollbooth.usage.split.SplitOutcome.Refused;
import com.contoso.tollbooth.usage.split.SplitOutcome.Split;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.function.Function;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Splits a raw report by day. The manifest, written when all day files are there, makes a repeat
 * return what the first time returned; cut off before it, a repeat does all again and ends the
 * same. A report that is split after a newer one of its month leaves that one's day files alone.
 */
final class SplitUsage implements Function<RawReport, SplitOutcome> {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();

  private final UsageFiles files;
  private final int maxLineBytes;

  SplitUsage(UsageFiles files, SplitSettings settings) {
    this.files = files;
    this.maxLineBytes = settings.maxLineBytes();
  }

  @Override
  public SplitOutcome apply(RawReport report) {
    try {
      return split(report.fetch());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private SplitOutcome split(Fetch fetch) throws IOException {
    var names = new ReportNames(fetch);
    Optional<Split> before = manifest(names);
    if (before.isPresent()) {
      files.move(names.raw(), UsageFolder.NEW_DAILY_USAGE, UsageFolder.PROCESSED_USAGE);
      return before.get();
    }
    for (UsageFolder folder :
        new UsageFolder[] {UsageFolder.NEW_DAILY_USAGE, UsageFolder.PROCESSED_USAGE}) {
      Optional<InputStream> raw = files.open(folder, names.raw());
      if (raw.isPresent()) {
        return split(fetch, folder, raw.get());
      }
    }
    return refusedBefore(names)
        .orElseThrow(() -> new IllegalStateException("there is no report " + names.raw()));
  }

  private SplitOutcome split(Fetch fetch, UsageFolder folder, InputStream raw) throws IOException {
    var names = new ReportNames(fetch);
    try (raw;
        var days = new DaySplit(files, fetch, maxLineBytes)) {
      new ReportReader(maxLineBytes).read(raw, days);
      Split split = days.commit();
      write(UsageFolder.NEW_DAILY_SPLIT, names.split(), JSON.writeValueAsBytes(split));
      files.move(names.raw(), folder, UsageFolder.PROCESSED_USAGE);
      return split;
    } catch (UnreadableReport e) {
      write(UsageFolder.ERRORS, names.reason(), e.reason().getBytes(StandardCharsets.UTF_8));
      files.move(names.raw(), folder, UsageFolder.ERRORS);
      return new Refused(fetch, e.reason());
    }
  }

  private Optional<Split> manifest(ReportNames names) throws IOException {
    return read(UsageFolder.NEW_DAILY_SPLIT, names.split())
        .map(text -> JSON.readValue(text, Split.class));
  }

  private Optional<SplitOutcome> refusedBefore(ReportNames names) throws IOException {
    Optional<byte[]> reason = read(UsageFolder.ERRORS, names.reason());
    if (reason.isEmpty()) {
      reason = read(UsageFolder.ERRORS, names.reason() + RedriveReport.DONE);
    }
    return reason.map(text -> new Refused(names.fetch(), new String(text, StandardCharsets.UTF_8)));
  }

  private Optional<byte[]> read(UsageFolder folder, String name) throws IOException {
    Optional<InputStream> found = files.open(folder, name);
    if (found.isEmpty()) {
      return Optional.empty();
    }
    try (InputStream in = found.get()) {
      return Optional.of(in.readAllBytes());
    }
  }

  private void write(UsageFolder folder, String name, byte[] text) throws IOException {
    try (UsageFiles.NewFile file = files.create(folder, name);
        OutputStream out = file.out()) {
      out.write(text);
      file.commit();
    }
  }
}
