package com.contoso.tollbooth.local.cli;

import com.contoso.tollbooth.local.usage.LeftoverParts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The data folder, held by one process at a time; whoever holds it may say on which port it
 * listens. The operating system frees the lock of a killed process.
 */
final class Home implements AutoCloseable {
  private static final String PORT_FILE = "port";

  private final Path folder;
  private final FileChannel channel;

  private Home(Path folder, FileChannel channel) {
    this.folder = folder;
    this.channel = channel;
  }

  static Home hold(Path folder) {
    try {
      Files.createDirectories(folder);
      FileChannel channel =
          FileChannel.open(
              folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (!locked(channel)) {
        channel.close();
        throw new CannotGoOn(
            "another TollBooth is using " + folder + "; stop it, or name another folder by --home");
      }
      Files.deleteIfExists(folder.resolve(PORT_FILE));
      LeftoverParts.sweep(folder);
      return new Home(folder, channel);
    } catch (IOException e) {
      throw new CannotGoOn("the data folder " + folder + " cannot be used: " + e);
    }
  }

  private static boolean locked(FileChannel channel) throws IOException {
    try {
      @Nullable FileLock lock = channel.tryLock();
      return lock != null;
    } catch (OverlappingFileLockException e) {
      return false;
    }
  }

  /** Lets the other commands find this process. */
  void listensOn(int port) {
    try {
      Path part = Files.writeString(folder.resolve("port.part"), Integer.toString(port));
      Files.move(part, folder.resolve(PORT_FILE), StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The port of the process that holds a folder, if there is one that listens. */
  static Optional<Integer> portOf(Path folder) {
    try {
      return Optional.of(Integer.valueOf(Files.readString(folder.resolve(PORT_FILE)).strip()));
    } catch (IOException | NumberFormatException e) {
      return Optional.empty();
    }
  }

  @Override
  public void close() {
    try {
      Files.deleteIfExists(folder.resolve(PORT_FILE));
      channel.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
