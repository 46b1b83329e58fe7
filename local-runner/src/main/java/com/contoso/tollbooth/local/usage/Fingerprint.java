package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.Checksum;
import com.contoso.tollbooth.usage.StoredFile;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The checksum of a file, kept in a hidden file beside it so that nobody reads a gigabyte to learn
 * it. It holds for the very file whose size, time and identity it names: after a crash between the
 * two, or when a person changed the file, it is computed anew.
 */
final class Fingerprint {
  private static final int SHA256_DIGITS = 64;

  private Fingerprint() {}

  static Optional<StoredFile> of(Path file) throws IOException {
    try {
      String identity = identity(file);
      String kept = kept(file);
      if (kept.length() > SHA256_DIGITS && kept.substring(SHA256_DIGITS).equals(identity)) {
        return Optional.of(stored(file, kept.substring(0, SHA256_DIGITS)));
      }
      StoredFile stored = stored(file, compute(file));
      // A file replaced meanwhile is described by whoever replaced it.
      if (identity.equals(identity(file))) {
        write(file, stored.sha256() + identity);
      }
      return Optional.of(stored);
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  private static StoredFile stored(Path file, String sha256) throws IOException {
    return new StoredFile(file.getFileName().toString(), Files.size(file), sha256);
  }

  /** Notes the checksum of a file that was just put in its place. */
  static void keep(Path file, StoredFile stored) throws IOException {
    write(file, stored.sha256() + identity(file));
  }

  static void moved(Path from, Path to) throws IOException {
    try {
      Files.move(
          beside(from),
          beside(to),
          StandardCopyOption.ATOMIC_MOVE,
          StandardCopyOption.REPLACE_EXISTING);
    } catch (NoSuchFileException e) {
      Files.deleteIfExists(beside(to));
    }
  }

  static void forget(Path file) throws IOException {
    Files.deleteIfExists(beside(file));
  }

  private static String identity(Path file) throws IOException {
    BasicFileAttributes is = Files.readAttributes(file, BasicFileAttributes.class);
    return " "
        + is.size()
        + " "
        + is.lastModifiedTime().to(TimeUnit.NANOSECONDS)
        + " "
        + is.fileKey();
  }

  private static String kept(Path file) throws IOException {
    try {
      return Files.readString(beside(file));
    } catch (NoSuchFileException e) {
      return "";
    }
  }

  private static void write(Path file, String text) throws IOException {
    Path part = Files.createTempFile(file.getParent(), "." + file.getFileName() + ".", ".part");
    try {
      Files.writeString(part, text);
      Files.move(
          part, beside(file), StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    } finally {
      Files.deleteIfExists(part);
    }
  }

  private static Path beside(Path file) {
    return file.resolveSibling("." + file.getFileName() + ".sha256");
  }

  private static String compute(Path file) throws IOException {
    MessageDigest digest = Checksum.begin();
    try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      Files.copy(file, out);
    }
    return Checksum.end(digest);
  }
}
