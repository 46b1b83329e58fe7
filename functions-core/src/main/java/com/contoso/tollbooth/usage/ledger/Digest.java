package com.contoso.tollbooth.usage.ledger;

import java.nio.ByteBuffer;
import java.util.Comparator;
import java.util.HexFormat;

/** The first 16 bytes of a SHA-256, ordered as their bytes are. */
public record Digest(long high, long low) implements Comparable<Digest> {
  public static final int BYTES = 16;

  private static final Comparator<Digest> ORDER =
      Comparator.comparing(Digest::high, Long::compareUnsigned)
          .thenComparing(Digest::low, Long::compareUnsigned);

  /** Of the first 16 of these bytes. */
  public static Digest of(byte[] bytes) {
    ByteBuffer buffer = ByteBuffer.wrap(bytes);
    return new Digest(buffer.getLong(), buffer.getLong());
  }

  public byte[] bytes() {
    return ByteBuffer.allocate(BYTES).putLong(high).putLong(low).array();
  }

  @Override
  public int compareTo(Digest other) {
    return ORDER.compare(this, other);
  }

  @Override
  public String toString() {
    HexFormat hex = HexFormat.of();
    return hex.toHexDigits(high) + hex.toHexDigits(low);
  }
}
