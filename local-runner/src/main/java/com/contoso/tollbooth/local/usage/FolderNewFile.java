package com.contoso.tollbooth.local.usage;

import com.contoso.tollbooth.usage.Checksum;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.StoredFile;
import com.contoso.tollbooth.usage.UsageFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.Optional;

/** A file that grows beside its place. */
final class FolderNewFile implements UsageFiles.NewFile {
  private final Path folder;
  private final Path target;
  private final Path part;
  private final FileChannel channel;
  private final MessageDigest digest = Checksum.begin();
  private final OutputStream out;

  FolderNewFile(Path folder, Path target) throws IOException {
    this.folder = folder;
    this.target = target;
    this.part = Files.createTempFile(folder, "." + target.getFileName() + ".", ".part");
    this.channel = FileChannel.open(part, StandardOpenOption.WRITE);
    this.out = new DigestOutputStream(Channels.newOutputStream(channel), digest);
  }

  @Override
  public OutputStream out() {
    return out;
  }

  @Override
  public StoredFile commit() throws IOException {
    return FileRun.none(target, this::put);
  }

  @Override
  public Optional<StoredFile> commitUnlessOutdated(RunId run) throws IOException {
    return FileRun.of(target, run, this::put);
  }

  private StoredFile put() throws IOException {
    channel.force(true);
    long bytes = channel.size();
    channel.close();
    var stored = new StoredFile(target.getFileName().toString(), bytes, Checksum.end(digest));
    Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
    FolderUsageFiles.sync(folder);
    Fingerprint.keep(target, stored);
    return stored;
  }

  @Override
  public void close() throws IOException {
    channel.close();
    Files.deleteIfExists(part);
  }
}
