package com.contoso.tollbooth.local.usage;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.usage.StoredFile;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.UsageFilesContract;
import com.contoso.tollbooth.usage.UsageFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FolderUsageFilesTests extends UsageFilesContract {
  private static final UsageFolder FOLDER = UsageFolder.NEW_DAILY_SPLIT;

  @TempDir Path root;
  private UsageFiles files;

  @BeforeEach
  void open() {
    files = new FolderUsageFiles(root);
  }

  @Override
  protected UsageFiles files() {
    return files;
  }

  @Override
  protected UsageFiles reopened() {
    return new FolderUsageFiles(root);
  }

  @Override
  protected void putByHand(UsageFolder folder, String name, String text) throws IOException {
    Path place = Files.createDirectories(root.resolve(folder.folder())).resolve(name);
    Files.writeString(place, text);
    Files.setLastModifiedTime(place, FileTime.fromMillis(0));
  }

  @Test
  void knowsAFileThatWasPutThereByHand() throws IOException {
    put(FOLDER, "a", "lines");
    StoredFile first = files.find(FOLDER, "a").orElseThrow();
    Path file = root.resolve("newdailysplit/a");
    Files.writeString(file, "other");
    Files.setLastModifiedTime(file, FileTime.fromMillis(0));

    assertThat(files.find(FOLDER, "a")).get().isNotEqualTo(first);
    Files.writeString(root.resolve("newdailysplit/b"), "lines");
    assertThat(files.find(FOLDER, "b"))
        .get()
        .extracting(StoredFile::sha256)
        .isEqualTo(first.sha256());
  }

  @Test
  void isRightWhenACrashLostOrSpoiledTheChecksum() throws IOException {
    StoredFile stored = put(FOLDER, "a", "lines");
    Path kept = root.resolve("newdailysplit/.a.sha256");

    Files.writeString(kept, "");
    assertThat(files.find(FOLDER, "a")).contains(stored);
    Files.delete(kept);
    assertThat(files.list(FOLDER, "")).containsExactly(stored);
    assertThat(kept).exists();
  }

  @Test
  void leavesNoPartsBehind() throws IOException {
    put(FOLDER, "a", "lines");
    files.create(FOLDER, "b").close();

    try (Stream<Path> left = Files.list(root.resolve("newdailysplit"))) {
      assertThat(left.map(path -> path.getFileName().toString()))
          .containsExactlyInAnyOrder("a", ".a.sha256");
    }
  }
}
