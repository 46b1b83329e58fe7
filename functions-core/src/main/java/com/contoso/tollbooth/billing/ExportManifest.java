package com.contoso.tollbooth.billing;

import java.time.Instant;

/**
 * What billing needs to trust a file.
 *
 * @param file its name
 * @param rows without the header line
 * @param sha256 of all its bytes, 64 lower-case hexadecimal digits
 * @param bytes its size
 * @param runId of the export run that published it
 */
public record ExportManifest(
    String file,
    ExportWindow window,
    long rows,
    String sha256,
    long bytes,
    String runId,
    Instant publishedAt) {

  /** The name of the manifest that describes a CSV file. */
  public String name() {
    return nameFor(file);
  }

  public static String nameFor(String file) {
    return file.replaceFirst("\\.csv$", "") + ".manifest.json";
  }
}
