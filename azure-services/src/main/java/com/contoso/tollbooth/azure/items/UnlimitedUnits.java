package com.contoso.tollbooth.azure.items;

import java.time.Duration;

/** Lets each request through. Who was throttled still waits by itself before it tries again. */
record UnlimitedUnits() implements RequestBudget {
  private static final Request FORGOTTEN = charge -> {};

  @Override
  public double share() {
    return Double.MAX_VALUE;
  }

  @Override
  public Request reserve(double estimate) {
    return FORGOTTEN;
  }

  @Override
  public void hold(Duration time) {}
}
