package com.contoso.tollbooth.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.contoso.tollbooth.billing.BillingDrop;
import com.contoso.tollbooth.billing.ExportManifest;
import com.contoso.tollbooth.billing.ExportOutcome;
import com.contoso.tollbooth.local.intake.FolderPhotoStore;
import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.plate.PhotoPath;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.recognition.PhotoUpload;
import com.contoso.tollbooth.registry.PassageRecord;
import com.contoso.tollbooth.registry.PassageState;
import com.contoso.tollbooth.registry.Passages;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;

/** Kills the whole host, again and again, while it takes in, decides and exports photos. */
class CrashTests {
  private static final int KILLS = 20;
  private static final int NUMBERS_A_ROUND = 100_000;

  @TempDir Path home;

  /** Two of three photos can be billed; every third needs a person. */
  static PhotoUpload upload(int number) {
    String plate =
        "%c%c%c%04d"
            .formatted('A' + number / 10_000 % 8, 'B' + number / 80_000 % 5, 'T', number % 10_000);
    byte[] photo = StubOcr.photo(plate, number % 3 == 0 ? 0.2 : 0.999);
    return new PhotoUpload(
        new PhotoPath("booth-1/" + number + ".jpg"), new ByteArrayInputStream(photo), Map.of());
  }

  @Test
  void losesNoPhotoAndBillsNoneTwiceHoweverOftenItIsKilled() throws Exception {
    var random = new Random(20261121);
    Set<String> acknowledged = new HashSet<>();
    for (int round = 0; round < KILLS; round++) {
      acknowledged.addAll(runAndKill(round, 50 + random.nextInt(900)));
    }
    assertThat(acknowledged).hasSizeGreaterThan(KILLS);

    try (var context =
        StubOcr.application(
                Map.of(
                    "tollbooth.home", home.toString(),
                    "tollbooth.schedules", "false",
                    "tollbooth.intake.settle", "0s",
                    "tollbooth.intake.broken-after", "0s",
                    "tollbooth.export.chunk", "7"))
            .web(WebApplicationType.NONE)
            .run()) {
      ((Supplier<?>) context.getBean("reconcile")).get();
      Passages passages = context.getBean(Passages.class);
      await()
          .atMost(Duration.ofMinutes(5))
          .until(() -> passages.counts().of(PassageState.RECEIVED) == 0);
      var outcome = (ExportOutcome) ((Supplier<?>) context.getBean("exportPlates")).get();
      assertThat(outcome.status())
          .isIn(ExportOutcome.Status.EXPORTED, ExportOutcome.Status.NO_DATA);

      List<PassageRecord> stored = new ArrayList<>();
      try (Stream<PhotoUploaded> all = context.getBean(FolderPhotoStore.class).all()) {
        all.forEach(photo -> stored.add(passages.find(photo.passage()).orElseThrow()));
      }
      assertThat(stored.stream().map(record -> record.id().value()).toList())
          .containsAll(acknowledged);
      assertThat(passages.counts().total()).isEqualTo(stored.size());
      assertThat(stored)
          .extracting(PassageRecord::state)
          .containsOnly(PassageState.EXPORTED, PassageState.REVIEW);
      assertThat(exported(context.getBean(BillingDrop.class)))
          .doesNotHaveDuplicates()
          .containsExactlyInAnyOrderElementsOf(
              stored.stream()
                  .filter(record -> record.state() == PassageState.EXPORTED)
                  .map(PassageRecord::id)
                  .toList());
    }
  }

  /** Returns what was acknowledged before the kill. */
  private Set<String> runAndKill(int round, int millis) throws Exception {
    Process host =
        new ProcessBuilder(
                ProcessHandle.current().info().command().orElseThrow(),
                "--enable-native-access=ALL-UNNAMED",
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-cp",
                System.getProperty("java.class.path"),
                CrashingHost.class.getName(),
                home.toString(),
                Integer.toString(round * NUMBERS_A_ROUND))
            .redirectError(home.resolve("stderr.txt").toFile())
            .start();
    Set<String> acknowledged = new HashSet<>();
    try (BufferedReader out = host.inputReader(StandardCharsets.UTF_8)) {
      assertThat(out.readLine())
          .as(() -> "the host started; it said: " + read(home.resolve("stderr.txt")))
          .isEqualTo("READY");
      Thread.ofVirtual().start(() -> killAfter(host, millis));
      for (String line = out.readLine(); line != null; line = out.readLine()) {
        String[] words = line.split(" ");
        if (words.length == 3) {
          acknowledged.add(words[1]);
        }
      }
    } finally {
      host.destroyForcibly();
    }
    assertThat(host.waitFor(30, TimeUnit.SECONDS)).isTrue();
    return acknowledged;
  }

  /** The random instant of the kill is the point of the test, not a wait for a condition. */
  private static void killAfter(Process host, int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    host.toHandle().destroyForcibly();
  }

  /** The passages in all files, each file checked against its manifest. */
  private static List<PassageId> exported(BillingDrop drop) throws Exception {
    List<PassageId> passages = new ArrayList<>();
    for (ExportManifest manifest : drop.manifests()) {
      try (InputStream in = drop.open(manifest.file()).orElseThrow()) {
        byte[] csv = in.readAllBytes();
        assertThat(HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(csv)))
            .isEqualTo(manifest.sha256());
        List<String> rows = new String(csv, StandardCharsets.UTF_8).lines().skip(1).toList();
        assertThat(rows).hasSize((int) manifest.rows());
        rows.forEach(row -> passages.add(new PassageId(row.substring(0, 32))));
      }
    }
    return passages;
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      return e.toString();
    }
  }
}
