package com.contoso.tollbooth.azure.storage;

import com.azure.storage.blob.models.Block;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;

/**
 * Names a staged block in 44 bytes; the service wants at most 64, all alike in length.
 *
 * @param number of the block in its file, from 0
 * @param stagedAt milliseconds
 * @param sha256 of its bytes
 */
record BlockId(int number, long stagedAt, String sha256) {
  private static final int BYTES = Integer.BYTES + Long.BYTES + 32;

  static BlockId of(int number, Instant stagedAt, byte[] bytes) {
    return new BlockId(
        number, stagedAt.toEpochMilli(), HexFormat.of().formatHex(Digests.sha256().digest(bytes)));
  }

  static BlockId of(Block block) {
    ByteBuffer bytes = ByteBuffer.wrap(Base64.getDecoder().decode(block.getName()));
    int number = bytes.getInt();
    long stagedAt = bytes.getLong();
    return new BlockId(
        number, stagedAt, HexFormat.of().formatHex(bytes.array(), bytes.position(), BYTES));
  }

  String base64() {
    return Base64.getEncoder()
        .encodeToString(
            ByteBuffer.allocate(BYTES)
                .putInt(number)
                .putLong(stagedAt)
                .put(HexFormat.of().parseHex(sha256))
                .array());
  }

  /** Whether the same bytes stand at the same place among others, whenever they were staged. */
  boolean isIn(List<BlockId> others) {
    return number < others.size() && others.get(number).sha256.equals(sha256);
  }
}
