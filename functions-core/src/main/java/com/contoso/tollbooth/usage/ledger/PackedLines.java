package com.contoso.tollbooth.usage.ledger;

import java.util.Arrays;
import java.util.stream.IntStream;

/**
 * What is remembered of each line of a day: 56 bytes, however long the line. The subscription's
 * number is mapped to its place in the order of the ids when they are sorted.
 */
final class PackedLines {
  private static final int WIDTH = 7;
  private static final int SUBSCRIPTION = 0;
  private static final int NATURAL = 1;
  private static final int DIGEST = 5;

  private long[] packed = new long[1024 * WIDTH];
  private int size;

  int size() {
    return size;
  }

  void add(int subscription, Digest natural, Digest circumstances, double quantity, Digest digest) {
    int at = size * WIDTH;
    if (at == packed.length) {
      packed = Arrays.copyOf(packed, Math.multiplyExact(packed.length, 2));
    }
    packed[at++] = subscription;
    packed[at++] = natural.high();
    packed[at++] = natural.low();
    packed[at++] = circumstances.high();
    packed[at++] = sortable(quantity);
    packed[at++] = digest.high();
    packed[at] = digest.low();
    size++;
  }

  int subscription(int line) {
    return (int) packed[line * WIDTH + SUBSCRIPTION];
  }

  Digest natural(int line) {
    return pair(line, NATURAL);
  }

  Digest digest(int line) {
    return pair(line, DIGEST);
  }

  boolean sameNatural(int line, int other) {
    int at = line * WIDTH + NATURAL;
    int otherAt = other * WIDTH + NATURAL;
    return packed[at] == packed[otherAt] && packed[at + 1] == packed[otherAt + 1];
  }

  /**
   * The lines in the order of subscription, natural key and rank. Those that share the natural key
   * are ranked by their circumstances, then by quantity, so that a changed quantity leaves most of
   * them where they are; what is equal in all that is ranked by its digest.
   *
   * @param places of the subscriptions
   */
  int[] sorted(int[] places) {
    return IntStream.range(0, size)
        .boxed()
        .sorted((one, other) -> compare(one, other, places))
        .mapToInt(Integer::intValue)
        .toArray();
  }

  private int compare(int one, int other, int[] places) {
    int order = Integer.compare(places[subscription(one)], places[subscription(other)]);
    for (int field = NATURAL; order == 0 && field < WIDTH; field++) {
      order = Long.compareUnsigned(packed[one * WIDTH + field], packed[other * WIDTH + field]);
    }
    return order;
  }

  private Digest pair(int line, int field) {
    int at = line * WIDTH + field;
    return new Digest(packed[at], packed[at + 1]);
  }

  /** The bits of a number such that their unsigned order is the order of the numbers. */
  private static long sortable(double value) {
    long bits = Double.doubleToLongBits(value + 0.0);
    return bits ^ (bits >> 63 | Long.MIN_VALUE);
  }
}
