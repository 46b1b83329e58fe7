package com.contoso.tollbooth.azure.storage;

import com.azure.core.util.BinaryData;
import com.azure.storage.blob.options.BlockBlobCommitBlockListOptions;
import com.azure.storage.blob.specialized.BlockBlobClient;
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
import java.util.Map;
import java.util.UUID;

/** A blob whose blocks are sent as they fill; names of blocks are this writer's own. */
final class NewBlob extends OutputStream implements UsageFiles.NewFile {
  private final BlockBlobClient blob;
  private final String name;
  private final UUID writer = UUID.randomUUID();
  private final MessageDigest digest = Digests.sha256();
  private final List<String> blocks = new ArrayList<>();
  private final int blockBytes;
  private byte[] block = new byte[8192];
  private int filled;
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
    BinaryData data = BinaryData.fromBytes(Arrays.copyOf(block, filled));
    BlobFaults.of(
        () -> {
          blob.stageBlock(id, data);
          return id;
        });
    blocks.add(id);
    filled = 0;
  }

  @Override
  public StoredFile commit() throws IOException {
    if (filled > 0) {
      send();
    }
    committed = true;
    String sha256 = HexFormat.of().formatHex(digest.digest());
    var options =
        new BlockBlobCommitBlockListOptions(blocks)
            .setMetadata(Map.of(BlobUsageFiles.SHA256, sha256));
    BlobFaults.of(() -> blob.commitBlockListWithResponse(options, null, null));
    return new StoredFile(name, bytes, sha256);
  }

  /** What was not committed is left to the service to forget. */
  @Override
  public void close() {
    committed = true;
    block = new byte[0];
  }
}
