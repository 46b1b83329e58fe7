package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.StoredFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The run that a file is of, kept in a hidden file beside it. It is noted before the file is put in
 * its place, so that a crash between the two keeps out an older run's file, never lets one in. One
 * process has the folders, so a lock of this process is enough.
 */
final class FileRun {
  private static final Lock TURN = new ReentrantLock();

  private FileRun() {}

  /** Puts a file in its place. */
  interface Put {
    StoredFile put() throws IOException;
  }

  /** Puts a file of a run in its place, unless one of a later run is there. */
  static Optional<StoredFile> of(Path file, RunId run, Put put) throws IOException {
    TURN.lock();
    try {
      Optional<RunId> there = Files.exists(file) ? kept(file) : Optional.empty();
      if (there.isPresent() && there.get().compareTo(run) > 0) {
        return Optional.empty();
      }
      WholeFile.write(beside(file), run.value().getBytes(StandardCharsets.UTF_8));
      return Optional.of(put.put());
    } finally {
      TURN.unlock();
    }
  }

  /** Puts a file of no run in its place. */
  static StoredFile none(Path file, Put put) throws IOException {
    TURN.lock();
    try {
      StoredFile stored = put.put();
      forget(file);
      return stored;
    } finally {
      TURN.unlock();
    }
  }

  static void forget(Path file) throws IOException {
    Files.deleteIfExists(beside(file));
  }

  private static Optional<RunId> kept(Path file) throws IOException {
    try {
      return Optional.of(new RunId(Files.readString(beside(file))));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static Path beside(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".run");
  }
}
