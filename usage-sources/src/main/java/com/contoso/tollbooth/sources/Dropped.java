package com.contoso.tollbooth.sources;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A report in the inbox.
 *
 * @param path of the file, or of the manifest of an export
 * @param changed when it last was, or the last of its partitions
 * @param bytes with those of its partitions
 */
record Dropped(Path path, Instant changed, long bytes) {
  private static final String MANIFEST = "manifest.json";

  static Optional<Dropped> newest(Path folder, YearMonth month) throws IOException {
    if (!Files.isDirectory(folder)) {
      return Optional.empty();
    }
    List<Path> candidates;
    try (Stream<Path> entries = Files.list(folder)) {
      candidates = entries.filter(entry -> isReport(entry, month)).toList();
    }
    Optional<Dropped> newest = Optional.empty();
    for (Path candidate : candidates) {
      Dropped next = of(candidate);
      if (newest.isEmpty() || NEWER.compare(next, newest.get()) > 0) {
        newest = Optional.of(next);
      }
    }
    return newest;
  }

  private static final Comparator<Dropped> NEWER =
      Comparator.comparing(Dropped::changed).thenComparing(dropped -> dropped.path().toString());

  boolean isExport() {
    return path.endsWith(MANIFEST);
  }

  /** Tells it from what else may be there under its name. */
  String version() {
    return path + " " + changed + " " + bytes;
  }

  private static boolean isReport(Path entry, YearMonth month) {
    String name = entry.getFileName().toString();
    if (!name.startsWith(month.toString())) {
      return false;
    }
    return Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS)
        ? Files.isRegularFile(entry.resolve(MANIFEST))
        : name.matches(".*\\.(json|csv|csv\\.gz)")
            && Files.isRegularFile(entry, LinkOption.NOFOLLOW_LINKS);
  }

  private static Dropped of(Path entry) throws IOException {
    if (!Files.isDirectory(entry)) {
      BasicFileAttributes file = Files.readAttributes(entry, BasicFileAttributes.class);
      return new Dropped(entry, file.lastModifiedTime().toInstant(), file.size());
    }
    Instant changed = Instant.EPOCH;
    long bytes = 0;
    List<Path> files;
    try (Stream<Path> entries = Files.list(entry)) {
      files = entries.toList();
    }
    for (Path each : files) {
      BasicFileAttributes file = Files.readAttributes(each, BasicFileAttributes.class);
      Instant at = file.lastModifiedTime().toInstant();
      changed = at.isAfter(changed) ? at : changed;
      bytes += file.size();
    }
    return new Dropped(entry.resolve(MANIFEST), changed, bytes);
  }
}
