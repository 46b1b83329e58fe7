package com.contoso.tollbooth.sources;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What a report of partitions says of itself. A count it does not name is -1.
 *
 * @param bytes of all partitions as they are stored, packed or not
 * @param rows of all partitions, without their headers
 */
record Manifest(int blobCount, long bytes, long rows, List<Blob> blobs) {
  static final int LARGEST = 16 * 1024 * 1024;
  private static final JsonMapper JSON = new JsonMapper();

  Manifest {
    blobs = List.copyOf(blobs);
  }

  /** One partition, by its address or its name. */
  record Blob(String link, long bytes, long rows) {
    /** Its file's name, without the right of access that an address may carry. */
    String name() {
      String path = link.replaceFirst("\\?.*", "");
      return path.substring(path.lastIndexOf('/') + 1);
    }
  }

  static JsonNode parse(byte[] json, String where) throws IOException {
    try {
      return JSON.readTree(json);
    } catch (JacksonException e) {
      throw new IOException(where + " is not JSON: " + e.getOriginalMessage(), e);
    }
  }

  /** Of a manifest as the exports write it, or as it stands in an ordered report. */
  static Manifest of(JsonNode node, String where) throws IOException {
    var blobs = new ArrayList<Blob>();
    for (JsonNode blob : node.path("blobs")) {
      String link = blob.path("blobLink").asString(blob.path("blobName").asString(""));
      if (link.isBlank()) {
        throw new IOException(where + " names a partition without its place");
      }
      blobs.add(new Blob(link, count(blob, "byteCount"), count(blob, "dataRowCount")));
    }
    return new Manifest(
        (int) count(node, "blobCount"),
        count(node, "byteCount"),
        count(node, "dataRowCount"),
        blobs);
  }

  private static long count(JsonNode node, String name) {
    return node.path(name).asLong(-1);
  }
}
