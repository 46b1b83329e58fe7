package com.contoso.tollbooth.usage.finance;

import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.StoredFile;
import com.contoso.tollbooth.usage.UsageFiles;
import com.contoso.tollbooth.usage.UsageFolder;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Files in memory, and what was done to them in order. */
public final class MemoryFiles implements UsageFiles {
  private final Map<String, byte[]> files = new TreeMap<>();
  private final List<String> history = new ArrayList<>();

  @Override
  public NewFile create(UsageFolder folder, String name) {
    var out = new ByteArrayOutputStream();
    return new NewFile() {
      @Override
      public OutputStream out() {
        return out;
      }

      @Override
      public StoredFile commit() {
        history.add("commit " + name);
        files.put(key(folder, name), out.toByteArray());
        return find(folder, name).orElseThrow();
      }

      @Override
      public Optional<StoredFile> commitUnlessOutdated(RunId run) {
        throw new UnsupportedOperationException("no report is of a run");
      }

      @Override
      public void close() throws IOException {
        out.close();
      }
    };
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
    return files.keySet().stream()
        .filter(key -> key.startsWith(key(folder, prefix)))
        .map(key -> find(folder, key.substring(key.indexOf('/') + 1)).orElseThrow())
        .toList();
  }

  @Override
  public void move(String name, UsageFolder from, UsageFolder to) {
    throw new UnsupportedOperationException("no report moves");
  }

  @Override
  public void delete(UsageFolder folder, String name) {
    history.add("delete " + name);
    files.remove(key(folder, name));
  }

  /** The names among the reports. */
  public List<String> reports() {
    return list(UsageFolder.REPORTS, "").stream().map(StoredFile::name).toList();
  }

  public byte[] bytes(String report) {
    return files.get(key(UsageFolder.REPORTS, report));
  }

  public String text(String report) {
    return new String(bytes(report), StandardCharsets.UTF_8);
  }

  public List<String> history() {
    return List.copyOf(history);
  }

  private static String key(UsageFolder folder, String name) {
    return folder.folder() + "/" + name;
  }

  public static String sha256(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
