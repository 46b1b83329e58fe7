package com.contoso.tollbooth.local.usage.simulator;

/** Chance that is the same every time: a number drawn from what it is drawn for. */
final class Chance {
  private Chance() {}

  /** Any long, as likely as any other. */
  static long draw(long seed, long place) {
    long mixed = seed + place * 0x9e3779b97f4a7c15L;
    mixed = (mixed ^ (mixed >>> 30)) * 0xbf58476d1ce4e5b9L;
    mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
    return mixed ^ (mixed >>> 31);
  }

  /** From 0 up to but not 1. */
  static double share(long drawn) {
    return (drawn >>> 11) * 0x1p-53;
  }

  static int below(int bound, long drawn) {
    return (int) Long.remainderUnsigned(drawn, bound);
  }

  /** About 0, mostly within 1, never beyond 3. */
  static double bell(long seed, long place) {
    double sum = 0;
    for (int part = 0; part < 12; part++) {
      sum += share(draw(seed + part, place));
    }
    return Math.clamp(sum - 6, -3, 3);
  }

  static String guid(long seed, long place) {
    long high = draw(seed, 2 * place);
    long low = draw(seed, 2 * place + 1);
    return new java.util.UUID(
            (high & ~0xf000L) | 0x4000L, (low & 0x3fffffffffffffffL) | 0x8000000000000000L)
        .toString();
  }
}
