package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.StoredFile;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.UsageFolder;
import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The pipeline's files in folders of their names below a root. A new file grows under a hidden name
 * beside its place, is synced to disk and moved there in one step.
 */
public final class FolderUsageFiles implements UsageFiles {
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,199}";

  private final Path root;

  public FolderUsageFiles(Path root) {
    this.root = root;
  }

  @Override
  public NewFile create(UsageFolder folder, String name) throws IOException {
    return new FolderNewFile(Files.createDirectories(folder(folder)), path(folder, name));
  }

  @Override
  public Optional<InputStream> open(UsageFolder folder, String name) throws IOException {
    try {
      Path file = path(folder, name);
      return Files.isRegularFile(file) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  @Override
  public Optional<StoredFile> find(UsageFolder folder, String name) throws IOException {
    return Fingerprint.of(path(folder, name));
  }

  @Override
  public List<StoredFile> list(UsageFolder folder, String prefix) throws IOException {
    List<Path> paths;
    try (Stream<Path> all = Files.list(folder(folder))) {
      paths = all.filter(path -> isFile(path, prefix)).sorted().toList();
    } catch (NoSuchFileException e) {
      return List.of();
    }
    List<StoredFile> files = new ArrayList<>();
    for (Path path : paths) {
      Fingerprint.of(path).ifPresent(files::add);
    }
    return files;
  }

  private static boolean isFile(Path path, String prefix) {
    String name = path.getFileName().toString();
    return name.startsWith(prefix) && name.matches(NAME) && Files.isRegularFile(path);
  }

  @Override
  public void move(String name, UsageFolder from, UsageFolder to) throws IOException {
    Path source = path(from, name);
    Path target = path(to, name);
    Files.createDirectories(folder(to));
    try {
      Files.move(
          source, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } catch (NoSuchFileException e) {
      return;
    }
    Fingerprint.moved(source, target);
    FileRun.forget(source);
    FileRun.forget(target);
    sync(folder(to));
    sync(folder(from));
  }

  @Override
  public void delete(UsageFolder folder, String name) throws IOException {
    Path file = path(folder, name);
    if (Files.deleteIfExists(file)) {
      sync(folder(folder));
    }
    Fingerprint.forget(file);
    FileRun.forget(file);
  }

  /** A name is one visible file of its folder and climbs nowhere. */
  private Path path(UsageFolder folder, String name) {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException(
          "a usage file's name is 1 to 200 letters, digits, dots and dashes");
    }
    return folder(folder).resolve(name);
  }

  private Path folder(UsageFolder folder) {
    return root.resolve(folder.folder());
  }

  /** Makes the names in a folder safe; where a folder cannot be opened, the system does it. */
  static void sync(Path folder) throws IOException {
    if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
      try (FileChannel channel = FileChannel.open(folder)) {
        channel.force(true);
      }
    }
  }
}
