package com.contoso.tollbooth.local.intake;

import com.contoso.tollbooth.plate.ContentTag;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;

/** The content tags of files: their SHA-256, remembered while size and time stay the same. */
final class FileTags {
  /** Some 100 bytes each; enough that the photos of a busy day are hashed once. */
  private static final int REMEMBERED = 100_000;

  private final Map<Path, Known> known =
      Collections.synchronizedMap(
          new LinkedHashMap<>(16, 0.75f, true) {
            private static final long serialVersionUID = 1L;

            @Override
            protected boolean removeEldestEntry(Map.Entry<Path, Known> eldest) {
              return size() > REMEMBERED;
            }
          });

  ContentTag of(Path file) throws IOException {
    BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
    Known before = known.get(file);
    if (before != null
        && before.size == now.size()
        && before.modified.equals(now.lastModifiedTime())) {
      return before.tag;
    }
    ContentTag tag = hash(file);
    known.put(file, new Known(now.size(), now.lastModifiedTime(), tag));
    return tag;
  }

  private static ContentTag hash(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (InputStream in = new DigestInputStream(Files.newInputStream(file), digest)) {
      in.transferTo(java.io.OutputStream.nullOutputStream());
    }
    return tag(digest);
  }

  static ContentTag tag(MessageDigest digest) {
    return new ContentTag(HexFormat.of().formatHex(digest.digest()));
  }

  static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new UncheckedIOException(new IOException("every Java platform has SHA-256", e));
    }
  }

  private record Known(long size, FileTime modified, ContentTag tag) {}
}
