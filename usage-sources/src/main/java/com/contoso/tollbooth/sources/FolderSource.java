package com.contoso.tollbooth.sources;

import com.contoso.tollbooth.usage.retrieve.ReportTags;
import com.contoso.tollbooth.usage.retrieve.Retrieval;
import com.contoso.tollbooth.usage.retrieve.UsageSourceUnavailable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Files dropped by hand, in a folder for each enrollment: {@code {yyyy-MM}*.json}, {@code .csv} or
 * {@code .csv.gz}, or a folder {@code {yyyy-MM}*} with an export's {@code manifest.json} and its
 * partitions. Of several the newest is the report.
 */
record FolderSource(SourceSettings settings, ReportTags tags, InstantSource clock)
    implements Source {

  @Override
  public Retrieval fetch(Order order) throws IOException {
    Path folder = settings.inbox().resolve(order.enrollment().number().value());
    Optional<String> known =
        tags.find(order.enrollment().number(), order.month(), ReportTags.Kind.VERSION);
    Optional<Dropped> dropped = Dropped.newest(folder, order.month());
    if (dropped.isEmpty()) {
      return known.isPresent() ? new Retrieval.NotModified() : new Retrieval.Empty();
    }
    Dropped file = dropped.get();
    Duration quiet = Duration.between(file.changed(), clock.instant());
    if (quiet.compareTo(settings.inboxQuiet()) < 0) {
      throw new UsageSourceUnavailable(
          file.path() + " has changed just now", settings.inboxQuiet().minus(quiet));
    }
    if (known.equals(Optional.of(file.version()))) {
      return new Retrieval.NotModified();
    }
    boolean whole = file.isExport() ? partitions(order, file.path()) : copy(order, file.path());
    if (!Dropped.newest(folder, order.month()).equals(dropped)) {
      throw new BrokeOff(file.path() + " changed while it was read");
    }
    return whole ? new Retrieval.Whole(file.version()) : new Retrieval.Empty();
  }

  private static boolean copy(Order order, Path file) throws IOException {
    Delivery out = order.delivery().begin();
    try (InputStream stored = Files.newInputStream(file)) {
      CsvPartitions.plain(stored).transferTo(out);
    }
    out.flush();
    return true;
  }

  private static boolean partitions(Order order, Path manifest) throws IOException {
    byte[] json;
    try (InputStream stored = Files.newInputStream(manifest)) {
      json = stored.readNBytes(Manifest.LARGEST);
    }
    String where = manifest.toString();
    return Partitions.fetch(
            order,
            Manifest.of(Manifest.parse(json, where), where),
            blob -> Files.newInputStream(manifest.resolveSibling(blob.name())))
        > 0;
  }
}
