package com.contoso.tollbooth.local.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.local.simulator.SimulatedPhoto;
import com.contoso.tollbooth.plate.BoothId;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The whole thing with the real OCR, as {@code ./tollbooth process} runs it. */
class ProcessCommandTests {
  private static final int PHOTOS = 6;

  @TempDir Path folder;

  @Test
  void accountsForEveryPhotoAndBillsNoneTwice() throws IOException {
    Path photos = folder.resolve("photos");
    List<String> truth = new ArrayList<>(List.of("file\tplate"));
    for (int number = 0; number < PHOTOS; number++) {
      var photo =
          SimulatedPhoto.draw(
              5, number, new BoothId("booth-1"), Instant.parse("2026-03-01T12:00:00Z"));
      write(photos.resolve("booth-1").resolve(photo.name()), photo.jpeg());
      truth.add(photo.name() + "\t" + photo.truth());
    }
    byte[] whole = Files.readAllBytes(photos.resolve("booth-1/sim-5-000000.jpg"));
    write(photos.resolve("booth-2/empty.jpg"), new byte[0]);
    write(photos.resolve("booth-2/text.jpg"), "no photo".getBytes(StandardCharsets.UTF_8));
    write(photos.resolve("booth-2/cut.jpg"), java.util.Arrays.copyOf(whole, whole.length / 2));
    write(photos.resolve("README.md"), "beside the photos".getBytes(StandardCharsets.UTF_8));
    Path truthFile = Files.write(folder.resolve("truth.tsv"), truth);

    JsonNode first = process(photos, truthFile);

    assertThat(first.path("photos").asInt()).isEqualTo(PHOTOS + 3);
    assertThat(first.path("failed").asInt()).isEqualTo(3);
    assertThat(first.path("received").asInt()).isZero();
    assertThat(first.path("billable").asInt()).isZero();
    assertThat(first.path("exported").asInt() + first.path("review").asInt()).isEqualTo(PHOTOS);
    assertThat(first.path("exact").asInt()).isGreaterThanOrEqualTo(3);
    assertThat(first.path("acceptedWrong").asInt()).isZero();
    assertThat(first.path("ocrSeconds").asDouble())
        .isBetween(0.01, first.path("seconds").asDouble());
    assertThat(first.path("exports").size()).isEqualTo(1);
    assertThat(first.path("exports").path(0).path("rows").asInt())
        .isEqualTo(first.path("exported").asInt());

    JsonNode second = process(photos, truthFile);

    assertThat(second.path("exports").size()).isZero();
    for (String state : List.of("photos", "failed", "review", "exported", "exact", "accepted")) {
      assertThat(second.path(state).asInt()).as(state).isEqualTo(first.path(state).asInt());
    }
    try (Stream<Path> files = Files.list(folder.resolve("home/exports"))) {
      assertThat(files.filter(file -> file.toString().endsWith(".csv"))).hasSize(1);
    }
  }

  private JsonNode process(Path photos, Path truth) {
    Path summary = folder.resolve("summary.json");
    int exit =
        TollBooth.execute(
            "process",
            photos.toString(),
            "--truth",
            truth.toString(),
            "--home",
            folder.resolve("home").toString(),
            "--summary",
            summary.toString());
    assertThat(exit).isZero();
    return JsonMapper.shared().readTree(summary.toFile());
  }

  @Test
  void saysInOneSentenceWhatIsWrong() {
    assertThat(TollBooth.execute("process", folder.resolve("nowhere").toString())).isNotZero();
    assertThat(TollBooth.execute("process", folder.toString(), "--truth", "/nowhere.tsv"))
        .isNotZero();
  }

  private static void write(Path file, byte[] bytes) throws IOException {
    Files.createDirectories(file.getParent());
    Files.write(file, bytes);
  }
}
