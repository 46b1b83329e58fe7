package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.FinanceFiles;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finance's files in a folder. Changes come one at a time, in this process by the monitor and among
 * processes by a lock; a person's editor knows neither and wins.
 */
public final class FolderFinanceFiles implements FinanceFiles {
  private final Path folder;

  public FolderFinanceFiles(Path folder) {
    this.folder = folder;
  }

  /** The text is its own version: to come back to it is not to have changed it. */
  @Override
  public Optional<FinanceFile> read(String name) {
    try {
      String text =
          new String(
              Files.readAllBytes(folder.resolve(FinanceFiles.checked(name))),
              StandardCharsets.UTF_8);
      return Optional.of(new FinanceFile(text, text));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public synchronized boolean replace(String name, @Nullable FinanceFile was, String text) {
    Path file = folder.resolve(FinanceFiles.checked(name));
    try {
      Files.createDirectories(folder);
      try (FileChannel channel =
              FileChannel.open(
                  folder.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
          FileLock held = channel.lock()) {
        if (!held.isValid() || !read(name).equals(Optional.ofNullable(was))) {
          return false;
        }
        WholeFile.write(file, text.getBytes(StandardCharsets.UTF_8));
        return true;
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
