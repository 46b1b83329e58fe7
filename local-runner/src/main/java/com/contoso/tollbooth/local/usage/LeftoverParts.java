package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.UsageFolder;
import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/**
 * Clears away the parts of files that killed writers left in the usage pipeline's folders. For the
 * one process that holds the data folder, before it writes there: then no part has a living writer.
 */
public final class LeftoverParts {
  /** Hidden, as a writer names them; a file that a person named so has no dot before it. */
  private static final String PARTS = ".*.part";

  private LeftoverParts() {}

  public static void sweep(Path home) throws IOException {
    Path usage = home.resolve("usage");
    sweepFolder(usage);
    sweepFolder(usage.resolve("enrollments"));
    sweepFolder(usage.resolve("finance"));
    for (UsageFolder each : UsageFolder.values()) {
      sweepFolder(usage.resolve(each.folder()));
    }
  }

  private static void sweepFolder(Path folder) throws IOException {
    try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, PARTS)) {
      for (Path part : parts) {
        if (Files.isRegularFile(part)) {
          Files.deleteIfExists(part);
        }
      }
    } catch (NoSuchFileException | NotDirectoryException none) {
      return;
    }
  }
}
