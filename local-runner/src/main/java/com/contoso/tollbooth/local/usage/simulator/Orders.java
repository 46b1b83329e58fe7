package com.contoso.tollbooth.local.usage.simulator;

import java.io.IOException;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Reports that were ordered, as they were when they were. */
final class Orders {
  private final Map<String, Ordered> ordered = new ConcurrentHashMap<>();

  /** One report, and how often it is not ready yet. */
  static final class Ordered {
    private final CostDetailsFormat format;
    private int polls;

    Ordered(CostDetailsFormat format, int polls) {
      this.format = format;
      this.polls = polls;
    }

    CostDetailsFormat format() {
      return format;
    }

    /** Asks whether it is ready. */
    synchronized boolean poll() {
      return polls-- <= 0;
    }

    /** The right to fetch its partitions without a key. */
    String signature() {
      return Long.toHexString(Chance.draw(format.report().enrollment().seed(), 8));
    }
  }

  String place(SimulatedReport report, int poison, Terms terms) {
    String id =
        Chance.guid(report.enrollment().seed() + report.asOf().toEpochDay(), ordered.size());
    var format = new CostDetailsFormat(report, poison, terms.partitions());
    ordered.put(id, new Ordered(format, terms.polls()));
    return id;
  }

  Ordered find(String id) {
    Ordered found = ordered.get(id);
    if (found == null) {
      throw new NoSuchReport();
    }
    return found;
  }

  /** Says how many partitions, bytes and rows there are, or as many as the faults will have it. */
  static String manifest(Ordered order, String blobs, Faults faults) throws IOException {
    CostDetailsFormat format = order.format();
    var list = new StringBuilder();
    long bytes = 0;
    long rows = 0;
    for (int partition = 0; partition < format.partitions(); partition++) {
      int number = partition;
      long length = ((Body) out -> format.packedTo(out, number)).length();
      bytes += length;
      rows += format.rows(partition);
      list.append(partition == 0 ? "" : ",")
          .append(
              "{\"blobLink\":\"%s/part_%d.csv.gz?sig=%s\",\"byteCount\":%d}"
                  .formatted(blobs, partition, order.signature(), length));
    }
    return "{\"status\":\"Completed\",\"manifest\":{\"manifestVersion\":\"2022-05-01\","
        + "\"dataFormat\":\"Csv\",\"compressData\":true,\"blobCount\":%d,\"byteCount\":%d,"
            .formatted(
                format.partitions() + faults.ofCount("blobCount"),
                bytes + faults.ofCount("byteCount"))
        + "\"dataRowCount\":%d,\"blobs\":[%s]}}"
            .formatted(rows + faults.ofCount("dataRowCount"), list);
  }
}
