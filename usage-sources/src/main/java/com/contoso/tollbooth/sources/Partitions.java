package com.contoso.tollbooth.sources;

import java.io.IOException;
import java.io.InputStream;

/** Takes in a report of partitions, if all that its manifest says of it is so. */
final class Partitions {
  private Partitions() {}

  /** Where a partition's bytes are. */
  interface Opener {
    InputStream open(Manifest.Blob blob) throws IOException;
  }

  /** How many rows it has. */
  static long fetch(Source.Order order, Manifest manifest, Opener opener) throws IOException {
    if (manifest.blobCount() < 0) {
      throw new IOException(order + ": the manifest names no blobCount");
    }
    CsvPartitions.agree(
        order.toString(), "blobCount", manifest.blobCount(), manifest.blobs().size());
    Delivery out = order.delivery().begin();
    var csv = new CsvPartitions(out);
    for (Manifest.Blob blob : manifest.blobs()) {
      try (InputStream stored = opener.open(blob)) {
        csv.append(blob, stored);
      }
    }
    CsvPartitions.agree(order.toString(), "byteCount", manifest.bytes(), csv.bytes());
    CsvPartitions.agree(order.toString(), "dataRowCount", manifest.rows(), csv.rows());
    out.flush();
    return csv.rows();
  }
}
