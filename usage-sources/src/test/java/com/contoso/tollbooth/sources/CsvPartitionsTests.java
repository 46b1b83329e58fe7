package com.contoso.tollbooth.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;

class CsvPartitionsTests {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();
  private final CsvPartitions partitions = new CsvPartitions(out);

  private void append(byte[] stored, long rows) throws IOException {
    partitions.append(
        new Manifest.Blob("https://store/x/part.csv?sig=secret", stored.length, rows),
        new ByteArrayInputStream(stored));
  }

  private static byte[] text(String csv) {
    return csv.getBytes(StandardCharsets.UTF_8);
  }

  private static byte[] packed(String csv) throws IOException {
    var bytes = new ByteArrayOutputStream();
    try (var gzip = new GZIPOutputStream(bytes)) {
      gzip.write(text(csv));
    }
    return bytes.toByteArray();
  }

  @Test
  void theHeaderStandsOnceAndEveryRowInItsOrder() throws IOException {
    append(text("\ufeffA,B\r\n1,\"x\ny\"\r\n2,y"), 2);
    append(packed("A,B\n3,z\n"), 1);
    append(text("A,B\n"), 0);
    assertThat(out.toString(StandardCharsets.UTF_8)).isEqualTo("A,B\n1,\"x\ny\"\r\n2,y\n3,z\n");
    assertThat(partitions.rows()).isEqualTo(3);
  }

  @Test
  void anotherHeaderIsNotTaken() throws IOException {
    append(text("A,B\n1,2\n"), 1);
    assertThatThrownBy(() -> append(text("B,A\n1,2\n"), 1))
        .isInstanceOf(IOException.class)
        .hasMessage("part.csv: its header is not that of the partitions before it");
  }

  @Test
  void aCountThatDisagreesIsNamed() {
    assertThatThrownBy(() -> append(text("A\n1\n2\n"), 3))
        .hasMessage("part.csv: the manifest says dataRowCount 3, and there are 2");
    var short5 = new Manifest.Blob("part.csv", 5, -1);
    assertThatThrownBy(() -> partitions.append(short5, new ByteArrayInputStream(text("A\n1\n2\n"))))
        .hasMessage("part.csv: the manifest says byteCount 5, and there are 6");
  }

  @Test
  void aPartitionThatEndsWithinQuotesIsNotTaken() {
    assertThatThrownBy(() -> append(text("A\n\"1\n2\n"), 1))
        .isInstanceOf(IOException.class)
        .hasMessageContaining("within quotes");
  }
}
