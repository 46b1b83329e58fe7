package com.contoso.tollbooth.local.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UsageDemoTests {
  @TempDir Path home;

  @Test
  void endsWithTotalsThatAreWhatTheSimulatorServed() throws IOException {
    var said = new ByteArrayOutputStream();

    boolean agrees =
        new UsageDemo(home, 7, 12, new PrintStream(said, true, StandardCharsets.UTF_8)).play();

    String text = said.toString(StandardCharsets.UTF_8);
    assertThat(agrees).as(text).isTrue();
    assertThat(text)
        .endsWith("All totals agree to the digit.%n".formatted())
        .contains("3 lines that cannot be read")
        .containsPattern("100-legacy +2026-01 +restated .* agrees")
        .containsPattern("200-consumption +2026-01 +closed .* agrees")
        .containsPattern("300-costdetails +2026-02 +open .* agrees")
        .containsPattern("100-legacy +2026-01  [1-9]\\d* changed lines")
        .containsPattern("month's end +[1-9]")
        .doesNotContain("DIFFERS");
    assertThat(names(home.resolve("usage/usagereports")))
        .contains(
            "focus-1.2-2026-01.csv",
            "focus-1.2-2026-01.csv.manifest.json",
            "focus-1.2-2026-02.parquet",
            "focus-1.2-2026-02.parquet.manifest.json");
    assertThat(mails()).hasSize(1).first().asString().contains("2026-01 of enrollment 100-legacy");
  }

  private List<String> mails() throws IOException {
    try (Stream<Path> mails = Files.list(home.resolve("mailbox"))) {
      return mails.map(UsageDemoTests::read).filter(text -> text.contains("restated")).toList();
    }
  }

  private static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }
}
