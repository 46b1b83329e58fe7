package com.contoso.tollbooth.local.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contoso.tollbooth.local.usage.FolderUsageFiles;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.UsageFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** That whoever takes the data folder clears away what a killed process left half written. */
class HomeSweepTests {
  private static final List<String> LEFT =
      List.of(
          "usage/newdailysplit/.20260301-1-dailysplit.json.123.part",
          "usage/newdailysplit/.20260301-1-dailysplit.json.456.part",
          "usage/errors/.x-lines.ndjson.789.part",
          "usage/usagereports/.r.csv.sha256.12.part",
          "usage/enrollments/.1.json.part",
          "usage/finance/.views.json.part");
  private static final List<String> OTHERS =
      List.of(
          "usage/newdailysplit/20260301-1-dailysplit.json",
          "usage/newdailysplit/.20260301-1-dailysplit.json.sha256",
          "usage/newdailysplit/.20260301-1-dailysplit.json.run",
          "usage/errors/mine.part",
          "usage/mine/.x.part",
          ".x.part",
          "usage/finance/.lock");

  @TempDir Path home;

  @BeforeEach
  void killWriters() throws IOException {
    for (String name : LEFT) {
      write(name);
    }
    for (String name : OTHERS) {
      write(name);
    }
  }

  private void write(String name) throws IOException {
    Path file = home.resolve(name);
    Files.createDirectories(file.getParent());
    Files.writeString(file, "half");
  }

  @Test
  void clearsAwayTheLeftoversAndNothingElse() {
    Home.hold(home).close();

    assertThat(LEFT).noneMatch(name -> Files.exists(home.resolve(name)));
    assertThat(OTHERS).allMatch(name -> Files.exists(home.resolve(name)));
  }

  @Test
  void leavesThePartsOfAProcessThatHoldsTheFolder() throws IOException {
    try (Home held = Home.hold(home);
        UsageFiles.NewFile file =
            new FolderUsageFiles(home.resolve("usage")).create(UsageFolder.ERRORS, "a")) {
      assertThat(held).isNotNull();
      file.out().write('x');

      assertThatThrownBy(() -> Home.hold(home)).isInstanceOf(CannotGoOn.class);
      file.commit();
    }
    assertThat(home.resolve("usage/errors/a")).hasContent("x");
  }
}
