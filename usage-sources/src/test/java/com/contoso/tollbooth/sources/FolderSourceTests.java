package com.contoso.tollbooth.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contoso.tollbooth.usage.Enrollment.ReportSource;
import com.contoso.tollbooth.usage.retrieve.Retrieval;
import com.contoso.tollbooth.usage.retrieve.SinkInMemory;
import com.contoso.tollbooth.usage.retrieve.UsageSourceUnavailable;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Map;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderSourceTests {
  @TempDir Path inbox;
  private final SinkInMemory sink = new SinkInMemory();

  private Retrieval retrieve() throws IOException {
    return StubbedSource.reports(Map.of("inbox", inbox.toString()))
        .retrieve(StubbedSource.enrollment(ReportSource.FOLDER), StubbedSource.MONTH, sink);
  }

  private void drop(String name, byte[] content, Duration ago) throws IOException {
    Path file = inbox.resolve("100").resolve(name);
    Files.createDirectories(file.getParent());
    Files.write(file, content);
    Files.setLastModifiedTime(file, FileTime.from(StubbedSource.NOW.minus(ago)));
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] packed(String text) throws IOException {
    var packed = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(packed)) {
      gzip.write(bytes(text));
    }
    return packed.toByteArray();
  }

  @Test
  void theNewestFileOfTheMonthIsTheReport() throws IOException {
    drop("2026-02-old.json", bytes("[1]"), Duration.ofHours(2));
    drop("2026-02.csv.gz", packed("A\n1\n"), Duration.ofHours(1));
    drop("2026-03.json", bytes("[3]"), Duration.ofMinutes(5));
    drop("2026-02.txt", bytes("no report"), Duration.ofMinutes(5));
    assertThat(retrieve()).isInstanceOf(Retrieval.Whole.class);
    assertThat(sink.bytes()).isEqualTo(bytes("A\n1\n"));
  }

  @Test
  void aFileThatIsStillWrittenIsLeftForLater() throws IOException {
    drop("2026-02.json", bytes("[1]"), Duration.ofSeconds(10));
    assertThatThrownBy(this::retrieve)
        .isInstanceOfSatisfying(
            UsageSourceUnavailable.class,
            thrown -> assertThat(thrown.retryAfter()).isEqualTo(Duration.ofSeconds(20)));
    assertThat(sink.starts()).isZero();
  }

  @Test
  void withoutAFileTheMonthIsEmpty() throws IOException {
    assertThat(retrieve()).isEqualTo(new Retrieval.Empty());
    drop("2026-03.json", bytes("[3]"), Duration.ofHours(1));
    assertThat(retrieve()).isEqualTo(new Retrieval.Empty());
  }

  @Test
  void anExportIsOneReportIfItsManifestAgrees() throws IOException {
    byte[] first = packed("A,B\n1,2\n");
    byte[] second = bytes("A,B\n3,4\n");
    drop("2026-02-run7/p0.csv.gz", first, Duration.ofHours(1));
    drop("2026-02-run7/p1.csv", second, Duration.ofHours(1));
    drop("2026-02-run7/manifest.json", manifest(first, second, 2), Duration.ofHours(1));
    assertThat(retrieve()).isInstanceOf(Retrieval.Whole.class);
    assertThat(sink.bytes()).isEqualTo(bytes("A,B\n1,2\n3,4\n"));
    drop("2026-02-run7/manifest.json", manifest(first, second, 3), Duration.ofHours(1));
    assertThatThrownBy(this::retrieve)
        .isInstanceOf(IOException.class)
        .hasMessageContaining("dataRowCount 3, and there are 2");
  }

  private static byte[] manifest(byte[] first, byte[] second, int rows) {
    String manifest =
        """
        {"blobCount":2,"byteCount":%d,"dataRowCount":%d,"blobs":[
          {"blobName":"exports/x/p0.csv.gz","byteCount":%d,"dataRowCount":1},
          {"blobName":"exports/x/p1.csv","byteCount":%d,"dataRowCount":1}]}
        """;
    return bytes(
        manifest.formatted(first.length + second.length, rows, first.length, second.length));
  }
}
