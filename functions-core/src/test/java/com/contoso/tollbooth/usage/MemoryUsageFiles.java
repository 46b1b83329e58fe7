package com.contoso.tollbooth.usage;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;

/** Usage files in memory, for tests. */
public final class MemoryUsageFiles implements UsageFiles {
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]*";

  private final Map<String, byte[]> files = new ConcurrentSkipListMap<>();
  private final Map<String, RunId> runs = new ConcurrentHashMap<>();

  @Override
  public NewFile create(UsageFolder folder, String name) {
    String key = key(folder, name);
    var bytes = new ByteArrayOutputStream();
    return new NewFile() {
      @Override
      public OutputStream out() {
        return bytes;
      }

      @Override
      public StoredFile commit() {
        files.put(key, bytes.toByteArray());
        runs.remove(key);
        return find(folder, name).orElseThrow();
      }

      @Override
      public Optional<StoredFile> commitUnlessOutdated(RunId run) {
        synchronized (files) {
          RunId there = runs.get(key);
          if (there != null && there.compareTo(run) > 0) {
            return Optional.empty();
          }
          StoredFile stored = commit();
          runs.put(key, run);
          return Optional.of(stored);
        }
      }

      @Override
      public void close() {}
    };
  }

  /** Puts a file there that is of no run, whatever its name. */
  public void putByHand(UsageFolder folder, String name, String text) {
    String key = folder.folder() + "/" + name;
    files.put(key, text.getBytes(StandardCharsets.UTF_8));
    runs.remove(key);
  }

  @Override
  public Optional<InputStream> open(UsageFolder folder, String name) {
    return Optional.ofNullable(files.get(key(folder, name))).map(ByteArrayInputStream::new);
  }

  @Override
  public Optional<StoredFile> find(UsageFolder folder, String name) {
    return Optional.ofNullable(files.get(key(folder, name)))
        .map(bytes -> new StoredFile(name, bytes.length, sha256(bytes)));
  }

  @Override
  public List<StoredFile> list(UsageFolder folder, String prefix) {
    int start = folder.folder().length() + 1;
    return files.keySet().stream()
        .filter(key -> key.startsWith(folder.folder() + "/" + prefix))
        .filter(key -> key.substring(start).matches(NAME))
        .map(key -> find(folder, key.substring(start)).orElseThrow())
        .toList();
  }

  @Override
  public void move(String name, UsageFolder from, UsageFolder to) {
    byte[] bytes = files.remove(key(from, name));
    runs.remove(key(from, name));
    if (bytes != null) {
      runs.remove(key(to, name));
      files.put(key(to, name), bytes);
    }
  }

  @Override
  public void delete(UsageFolder folder, String name) {
    files.remove(key(folder, name));
    runs.remove(key(folder, name));
  }

  private static String key(UsageFolder folder, String name) {
    if (!name.matches(NAME)) {
      throw new IllegalArgumentException("'" + name + "' is no name");
    }
    return folder.folder() + "/" + name;
  }

  private static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
