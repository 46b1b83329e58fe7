package com.contoso.tollbooth.local.usage.simulator;

/**
 * How the simulated services behave when nothing is wrong.
 *
 * @param pageLines how many lines make a page of the consumption service full
 * @param partitions of an ordered report
 * @param polls how often an ordered report is not ready yet when it is asked for
 * @param pollSeconds how long they ask to wait for it
 */
public record Terms(
    int pageLines, int partitions, int polls, int pollSeconds, Resumption resumption) {
  /** Much like the real ones, only quick. */
  public static final Terms USUAL = new Terms(1000, 3, 1, 0, Resumption.BY_RANGE);

  /** What becomes of a body that broke off. */
  public enum Resumption {
    /** Its rest can be had. */
    BY_RANGE,
    /** The whole again, and it is named as the same version. */
    BY_VERSION,
    /** The whole again, and nobody says that it is the same. */
    NONE
  }

  /** The same but for that. */
  public Terms with(Resumption other) {
    return new Terms(pageLines, partitions, polls, pollSeconds, other);
  }
}
