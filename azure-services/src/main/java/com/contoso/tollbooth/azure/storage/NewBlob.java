package com.contoso.tollbooth.azure.storage;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.models.BlobErrorCode;
import com.azure.storage.blob.models.BlobProperties;
import com.azure.storage.blob.models.BlobRequestConditions;
import com.azure.storage.blob.models.BlobStorageException;
import com.azure.storage.blob.options.BlockBlobCommitBlockListOptions;
import com.azure.storage.blob.specialized.BlockBlobClient;
import com.contoso.tollbooth.usage.RunId;
import com.contoso.tollbooth.usage.StoredFile;
import com.contoso.tollbooth.usage.UsageFiles;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** A blob whose blocks are sent as they fill; names of blocks are this writer's own. */
final class NewBlob extends OutputStream implements UsageFiles.NewFile {
  private static final String RUN = "run";
  private static final int CONFLICT = 409;
  private static final int PRECONDITION_FAILED = 412;

  private final BlockBlobClient blob;
  private final String name;
  private final UUID writer = UUID.randomUUID();
  private final MessageDigest digest = Digests.sha256();
  private final List<String> blocks = new ArrayList<>();
  private final int blockBytes;
  private byte[] block = new byte[8192];
  private int filled;

  /** How much of the buffer the last block was. */
  private int last;

  private long bytes;
  private boolean committed;

  NewBlob(BlockBlobClient blob, String name, int blockBytes) {
    this.blob = blob;
    this.name = name;
    this.blockBytes = blockBytes;
  }

  @Override
  public OutputStream out() {
    return this;
  }

  @Override
  public void write(int b) throws IOException {
    write(new byte[] {(byte) b}, 0, 1);
  }

  @Override
  public void write(byte[] from, int offset, int length) throws IOException {
    if (committed) {
      throw new IOException(name + " is committed");
    }
    digest.update(from, offset, length);
    bytes += length;
    int done = 0;
    while (done < length) {
      grow(length - done);
      int part = Math.min(length - done, block.length - filled);
      System.arraycopy(from, offset + done, block, filled, part);
      filled += part;
      done += part;
      if (filled == blockBytes) {
        send();
      }
    }
  }

  /** Small files take little memory: a day of few lines never has a whole block. */
  private void grow(int more) {
    if (block.length - filled < more && block.length < blockBytes) {
      long wanted = Math.max(2L * block.length, (long) filled + more);
      block = Arrays.copyOf(block, (int) Math.min(blockBytes, wanted));
    }
  }

  private void send() throws IOException {
    String id =
        Base64.getEncoder()
            .encodeToString(
                ByteBuffer.allocate(20)
                    .putLong(writer.getMostSignificantBits())
                    .putLong(writer.getLeastSignificantBits())
                    .putInt(blocks.size())
                    .array());
    stage(id, filled);
    blocks.add(id);
    filled = 0;
  }

  private void stage(String id, int length) throws IOException {
    BinaryData data = BinaryData.fromBytes(Arrays.copyOf(block, length));
    BlobFaults.of(
        () -> {
          blob.stageBlock(id, data);
          return id;
        });
  }

  @Override
  public StoredFile commit() throws IOException {
    StoredFile stored = finished();
    var options =
        new BlockBlobCommitBlockListOptions(blocks)
            .setMetadata(Map.of(BlobUsageFiles.SHA256, stored.sha256()));
    BlobFaults.of(() -> blob.commitBlockListWithResponse(options, null, null));
    return stored;
  }

  /** The blob that was looked at is the one replaced, or all is looked at again. */
  @Override
  public Optional<StoredFile> commitUnlessOutdated(RunId run) throws IOException {
    StoredFile stored = finished();
    while (true) {
      Optional<BlobProperties> there = BlobFaults.ifThere(blob::getProperties);
      if (there.isPresent() && isLater(there.get(), run)) {
        return Optional.empty();
      }
      var options =
          new BlockBlobCommitBlockListOptions(blocks)
              .setMetadata(Map.of(BlobUsageFiles.SHA256, stored.sha256(), RUN, run.value()))
              .setRequestConditions(only(there));
      if (isCommitted(options)) {
        return Optional.of(stored);
      }
    }
  }

  /** Whoever commits a blob throws away what others staged for it: a small file is staged again. */
  private boolean isCommitted(BlockBlobCommitBlockListOptions options) throws IOException {
    try {
      blob.commitBlockListWithResponse(options, null, null);
      return true;
    } catch (BlobStorageException e) {
      boolean lost = BlobErrorCode.INVALID_BLOCK_LIST.equals(e.getErrorCode());
      if (lost && blocks.size() == 1 && last > 0) {
        stage(blocks.getFirst(), last);
        return false;
      }
      if (e.getStatusCode() == CONFLICT || e.getStatusCode() == PRECONDITION_FAILED) {
        return false;
      }
      throw new IOException("the blob store answered " + e.getStatusCode(), e);
    }
  }

  private static boolean isLater(BlobProperties there, RunId run) {
    return there.getMetadata().entrySet().stream()
        .filter(each -> each.getKey().toLowerCase(Locale.ROOT).equals(RUN))
        .anyMatch(each -> new RunId(each.getValue()).compareTo(run) > 0);
  }

  private static BlobRequestConditions only(Optional<BlobProperties> there) {
    var conditions = new BlobRequestConditions();
    return there.isPresent()
        ? conditions.setIfMatch(there.get().getETag())
        : conditions.setIfNoneMatch("*");
  }

  private StoredFile finished() throws IOException {
    last = filled;
    if (filled > 0) {
      send();
    }
    committed = true;
    return new StoredFile(name, bytes, HexFormat.of().formatHex(digest.digest()));
  }

  /** What was not committed is left to the service to forget. */
  @Override
  public void close() {
    committed = true;
    block = new byte[0];
  }
}
