package com.contoso.tollbooth.local.usage.simulator;

import com.contoso.tollbooth.usage.EnrollmentNumber;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.YearMonth;

/** Drops reports into a folder, as a person or an export would. */
public record UsageDrop(UsageSimulator simulator, Path inbox) {

  /** The month as it is reported today, as {@code {yyyy-MM}.json}. */
  public Path json(EnrollmentNumber enrollment, YearMonth month) throws IOException {
    SimulatedReport report = simulator.report(enrollment, month);
    int poison = simulator.isPoisoned(enrollment, month) ? Poison.JSON_LINES : 0;
    return write(
        folder(enrollment).resolve(month + ".json"), new LegacyFormat(report, poison)::writeTo);
  }

  /** The same as one CSV, packed. */
  public Path csv(EnrollmentNumber enrollment, YearMonth month) throws IOException {
    CostDetailsFormat format = format(enrollment, month, 1);
    return write(folder(enrollment).resolve(month + ".csv.gz"), out -> format.packedTo(out, 0));
  }

  /** The same as an export: packed partitions, and at last their manifest. */
  public Path export(EnrollmentNumber enrollment, YearMonth month, int partitions)
      throws IOException {
    CostDetailsFormat format = format(enrollment, month, partitions);
    Path folder = Files.createDirectories(folder(enrollment).resolve(month + "-export"));
    var blobs = new StringBuilder();
    long bytes = 0;
    long rows = 0;
    for (int partition = 0; partition < partitions; partition++) {
      int number = partition;
      String name = "part_" + partition + "_0001.csv.gz";
      long length = Files.size(write(folder.resolve(name), out -> format.packedTo(out, number)));
      bytes += length;
      rows += format.rows(partition);
      blobs.append(
          "%s{\"blobName\":\"exports/%s/%s\",\"byteCount\":%d,\"dataRowCount\":%d}"
              .formatted(partition == 0 ? "" : ",", month, name, length, format.rows(partition)));
    }
    String manifest =
        "{\"manifestVersion\":\"2024-04-01\",\"byteCount\":%d,\"blobCount\":%d,"
                .formatted(bytes, partitions)
            + "\"dataRowCount\":%d,\"blobs\":[%s]}".formatted(rows, blobs);
    return Files.writeString(folder.resolve("manifest.json"), manifest);
  }

  private CostDetailsFormat format(EnrollmentNumber enrollment, YearMonth month, int partitions) {
    int poison = simulator.isPoisoned(enrollment, month) ? Poison.CSV_LINES : 0;
    return new CostDetailsFormat(simulator.report(enrollment, month), poison, partitions);
  }

  private Path folder(EnrollmentNumber enrollment) throws IOException {
    return Files.createDirectories(inbox.resolve(enrollment.value()));
  }

  private static Path write(Path file, Body body) throws IOException {
    try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(file))) {
      body.writeTo(out);
    }
    return file;
  }
}
