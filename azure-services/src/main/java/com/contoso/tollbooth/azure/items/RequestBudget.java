package com.contoso.tollbooth.azure.items;

import java.time.Duration;
import java.time.InstantSource;

/** How many request units all who share it may spend: as many as they like, or so many a second. */
public sealed interface RequestBudget permits UnitsPerSecond, UnlimitedUnits {
  /** Bounds nothing and remembers nothing. */
  static RequestBudget unlimited() {
    return new UnlimitedUnits();
  }

  /**
   * So many in any one second and no more.
   *
   * @param pause how to wait: with the clock
   */
  static RequestBudget perSecond(double units, InstantSource clock, Pause pause) {
    return new UnitsPerSecond(units, clock, pause);
  }

  /** What one request should cost at most, so that there is room for others. */
  double share();

  /** Waits for room for what is expected to cost so much. */
  Request reserve(double estimate);

  /** Lets nothing through for some time, as the service asked. */
  void hold(Duration time);

  /** One request that was let through. */
  interface Request {
    /** Its answer came. */
    void cost(double charge);
  }
}
