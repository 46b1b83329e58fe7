package com.contoso.tollbooth.local.drop;

import com.contoso.tollbooth.billing.BillingDrop;
import com.contoso.tollbooth.billing.ExportManifest;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Comparator;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/**
 * Billing's files in a folder. Blocks wait in a hidden folder; the whole file is put together
 * beside them, synced to disk and moved to its name in one step.
 */
public final class FolderBillingDrop implements BillingDrop {
  private static final JsonMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.INDENT_OUTPUT).build();
  private static final String MANIFEST = ".manifest.json";

  private final Path folder;

  public FolderBillingDrop(Path folder) {
    this.folder = folder;
  }

  @Override
  public void stage(String file, int block, byte[] bytes) {
    try {
      Files.createDirectories(staging(file));
      write(staging(file).resolve(blockName(block)), bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public DroppedFile commit(String file, int blocks) {
    Path target = visible(file);
    try {
      DroppedFile dropped =
          Files.exists(target) && !hasAllBlocks(file, blocks)
              ? describe(target)
              : assemble(file, blocks, target);
      FileSystemUtils.deleteRecursively(staging(file));
      return dropped;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Blocks are removed only after their file has appeared. */
  private boolean hasAllBlocks(String file, int blocks) {
    for (int block = 0; block < blocks; block++) {
      if (!Files.exists(staging(file).resolve(blockName(block)))) {
        return false;
      }
    }
    return true;
  }

  private DroppedFile assemble(String file, int blocks, Path target) throws IOException {
    Path whole = staging(file).resolve("whole.part");
    MessageDigest digest = sha256();
    try (FileChannel channel =
            FileChannel.open(
                whole,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
        OutputStream out = new DigestOutputStream(Channels.newOutputStream(channel), digest)) {
      for (int block = 0; block < blocks; block++) {
        Files.copy(staging(file).resolve(blockName(block)), out);
      }
      channel.force(true);
    }
    var dropped = new DroppedFile(HexFormat.of().formatHex(digest.digest()), Files.size(whole));
    if (!Files.exists(target)) {
      Files.move(whole, target, StandardCopyOption.ATOMIC_MOVE);
      sync();
    } else if (!describe(target).equals(dropped)) {
      throw new IllegalStateException(file + " is with billing already and has other bytes");
    }
    return dropped;
  }

  private static DroppedFile describe(Path file) throws IOException {
    MessageDigest digest = sha256();
    try (OutputStream out = new DigestOutputStream(OutputStream.nullOutputStream(), digest)) {
      Files.copy(file, out);
    }
    return new DroppedFile(HexFormat.of().formatHex(digest.digest()), Files.size(file));
  }

  @Override
  public void describe(ExportManifest manifest) {
    try {
      write(visible(manifest.name()), JSON.writeValueAsBytes(manifest));
      sync();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public List<ExportManifest> manifests() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.getFileName().toString().endsWith(MANIFEST))
          .map(FolderBillingDrop::read)
          .sorted(Comparator.comparing(ExportManifest::window).reversed())
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static ExportManifest read(Path manifest) {
    return JSON.readValue(manifest.toFile(), ExportManifest.class);
  }

  @Override
  public Optional<InputStream> open(String name) {
    try {
      Path file = visible(name);
      return Files.isRegularFile(file) ? Optional.of(Files.newInputStream(file)) : Optional.empty();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A name is one visible file of this folder and climbs nowhere. */
  private Path visible(String name) {
    if (!name.matches("[A-Za-z0-9][A-Za-z0-9._-]*")) {
      throw new IllegalArgumentException("an export file's name has letters, digits, dots, dashes");
    }
    return folder.resolve(name);
  }

  private Path staging(String file) {
    return folder.resolve(".staging").resolve(visible(file).getFileName().toString());
  }

  private static String blockName(int block) {
    return "%06d.block".formatted(block);
  }

  /** Whole or not at all, and on disk. */
  private static void write(Path file, byte[] bytes) throws IOException {
    Path part = file.resolveSibling("." + file.getFileName() + ".part");
    try (FileChannel channel =
            FileChannel.open(
                part,
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE,
                StandardOpenOption.TRUNCATE_EXISTING);
        OutputStream out = Channels.newOutputStream(channel)) {
      out.write(bytes);
      channel.force(true);
    }
    Files.move(part, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  private void sync() throws IOException {
    try (FileChannel channel = FileChannel.open(folder)) {
      channel.force(true);
    }
  }

  private static MessageDigest sha256() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
