package com.contoso.tollbooth.local.usage.simulator;

/** Nothing lies at that address. */
final class NoSuchReport extends RuntimeException {
  private static final long serialVersionUID = 1L;
}
