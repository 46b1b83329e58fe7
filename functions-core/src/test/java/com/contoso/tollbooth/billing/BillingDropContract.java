package com.contoso.tollbooth.billing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What every billing drop promises. */
public abstract class BillingDropContract {
  private static final String FILE = "plates-a.csv";

  /** The SHA-256 of {@code a,b\r\nc,d\r\n}, computed by {@code sha256sum}. */
  private static final String SHA256 =
      "7b80bae4f56bdb4b6b952938c42715cde7b1610cb021e70148d164c80663c230";

  protected abstract BillingDrop drop();

  @Test
  void showsNothingBeforeTheCommit() throws IOException {
    drop().stage(FILE, 0, bytes("a,b\r\n"));

    assertThat(drop().open(FILE)).isEmpty();
    assertThat(drop().manifests()).isEmpty();
  }

  @Test
  void putsTheBlocksTogetherInOrder() throws IOException {
    drop().stage(FILE, 1, bytes("c,d\r\n"));
    drop().stage(FILE, 0, bytes("a,b\r\n"));
    var dropped = drop().commit(FILE, 2);

    assertThat(text(FILE)).isEqualTo("a,b\r\nc,d\r\n");
    assertThat(dropped.bytes()).isEqualTo(10);
    assertThat(dropped.sha256()).isEqualTo(SHA256);
  }

  @Test
  void replacesABlockThatIsStagedAgain() throws IOException {
    drop().stage(FILE, 0, bytes("half"));
    drop().stage(FILE, 0, bytes("whole"));
    drop().commit(FILE, 1);

    assertThat(text(FILE)).isEqualTo("whole");
  }

  @Test
  void commitsOnceHoweverOftenItIsAsked() throws IOException {
    drop().stage(FILE, 0, bytes("a,b\r\n"));
    var first = drop().commit(FILE, 1);
    var again = drop().commit(FILE, 1);
    drop().stage(FILE, 0, bytes("a,b\r\n"));
    var restaged = drop().commit(FILE, 1);

    assertThat(again).isEqualTo(first);
    assertThat(restaged).isEqualTo(first);
  }

  @Test
  void neverReplacesAFileByOtherBytes() throws IOException {
    drop().stage(FILE, 0, bytes("a,b\r\n"));
    drop().commit(FILE, 1);
    drop().stage(FILE, 0, bytes("x,y\r\n"));

    assertThatThrownBy(() -> drop().commit(FILE, 1)).isInstanceOf(IllegalStateException.class);
    assertThat(text(FILE)).isEqualTo("a,b\r\n");
  }

  @Test
  void listsManifestsNewestWindowFirst() {
    drop().describe(manifest("plates-a.csv", 10));
    drop().describe(manifest("plates-b.csv", 11));

    assertThat(drop().manifests())
        .containsExactly(manifest("plates-b.csv", 11), manifest("plates-a.csv", 10));
    assertThat(drop().open("plates-a.manifest.json")).isPresent();
  }

  @Test
  void opensNothingOutside() {
    assertThatThrownBy(() -> drop().open("../secret")).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> drop().open(".staging")).isInstanceOf(IllegalArgumentException.class);
  }

  private static ExportManifest manifest(String file, int hour) {
    Instant from = Instant.parse("2026-03-01T" + hour + ":00:00Z");
    return new ExportManifest(
        file, new ExportWindow(from, from.plusSeconds(3600)), 2, SHA256, 10, "7", from);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private String text(String file) throws IOException {
    try (InputStream in = drop().open(file).orElseThrow()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
