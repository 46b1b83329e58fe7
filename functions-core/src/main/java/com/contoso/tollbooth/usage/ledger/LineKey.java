package com.contoso.tollbooth.usage.ledger;

import com.contoso.tollbooth.usage.LineId;
import java.util.Comparator;
import java.util.HexFormat;

/**
 * A {@link LineId} in its parts, in the order of the ids.
 *
 * @param natural digest of subscription, meter, resource and date
 * @param rank 0 for the first of the lines that share it
 */
public record LineKey(Digest natural, int rank) implements Comparable<LineKey> {
  private static final int NATURAL_DIGITS = 2 * Digest.BYTES;
  private static final int RANK_DIGITS = 6;
  private static final Comparator<LineKey> ORDER =
      Comparator.comparing(LineKey::natural).thenComparingInt(LineKey::rank);

  public LineKey {
    if (rank < 0 || rank >= 1 << 4 * RANK_DIGITS) {
      throw new IllegalArgumentException("too many lines share one natural key: " + rank);
    }
  }

  /** The parts of an id that {@link #id} made. */
  public static LineKey of(LineId id) {
    String text = id.value();
    if (!text.matches("[0-9a-f]{32}-[0-9a-f]{6}")) {
      throw new IllegalArgumentException("'" + text + "' is not the id of a line");
    }
    return new LineKey(
        Digest.of(HexFormat.of().parseHex(text, 0, NATURAL_DIGITS)),
        HexFormat.fromHexDigits(text, NATURAL_DIGITS + 1, text.length()));
  }

  public LineId id() {
    return new LineId(natural + "-" + HexFormat.of().toHexDigits(rank, RANK_DIGITS));
  }

  @Override
  public int compareTo(LineKey other) {
    return ORDER.compare(this, other);
  }
}
