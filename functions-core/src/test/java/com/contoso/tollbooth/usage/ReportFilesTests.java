package com.contoso.tollbooth.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ReportFilesTests {
  private final MemoryUsageFiles files = new MemoryUsageFiles();

  private static ReportManifest write(UsageFiles files, String text) throws IOException {
    return new ReportFiles(files)
        .write(
            "a.csv",
            "2026-02",
            null,
            out -> {
              out.write(text.getBytes(StandardCharsets.UTF_8));
              return new ReportFiles.Content(1, Map.of(), null);
            });
  }

  private String read(String name) throws IOException {
    try (InputStream in = files.open(UsageFolder.REPORTS, name).orElseThrow()) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  @Test
  void describesWhatStandsBesideTheManifest() throws IOException {
    write(files, "old");
    ReportManifest manifest = write(files, "new");

    assertThat(read("a.csv")).isEqualTo("new");
    assertThat(manifest.sha256()).isEqualTo(Checksum.of("new"));
    assertThat(read("a.csv.manifest.json")).contains(Checksum.of("new"));
  }

  @Test
  void leavesNoManifestOfOtherBytesWhenTwoWriteAtOnce() throws IOException {
    assertThatThrownBy(() -> write(new Overtaken(files), "mine"))
        .isInstanceOf(ReportReplaced.class)
        .hasMessageContaining("a.csv");

    assertThat(read("a.csv")).isEqualTo("theirs");
    assertThat(files.find(UsageFolder.REPORTS, "a.csv.manifest.json")).isEmpty();
  }

  /** Another writes the whole report before this one's manifest is begun. */
  private record Overtaken(UsageFiles files) implements UsageFiles {
    @Override
    public NewFile create(UsageFolder folder, String name) throws IOException {
      if (name.endsWith(".manifest.json")) {
        ReportFilesTests.write(files, "theirs");
      }
      return files.create(folder, name);
    }

    @Override
    public Optional<InputStream> open(UsageFolder folder, String name) throws IOException {
      return files.open(folder, name);
    }

    @Override
    public Optional<StoredFile> find(UsageFolder folder, String name) throws IOException {
      return files.find(folder, name);
    }

    @Override
    public List<StoredFile> list(UsageFolder folder, String prefix) throws IOException {
      return files.list(folder, prefix);
    }

    @Override
    public void move(String name, UsageFolder from, UsageFolder to) throws IOException {
      files.move(name, from, to);
    }

    @Override
    public void delete(UsageFolder folder, String name) throws IOException {
      files.delete(folder, name);
    }
  }
}
