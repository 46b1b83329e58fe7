package com.contoso.tollbooth.local.usage.simulator;

import java.util.ArrayDeque;
import java.util.Deque;

/** What is to go wrong, in the order in which it will. */
final class Faults {
  private final Deque<Fault> coming = new ArrayDeque<>();

  synchronized void add(Fault fault) {
    coming.add(fault);
  }

  /** The next one if it befalls a request before it is looked at. */
  synchronized Fault ofRequest() {
    return switch (coming.peek()) {
      case Fault.Throttled throttled -> coming.remove();
      case Fault.Unavailable unavailable -> coming.remove();
      case null -> new Fault.None();
      case Fault.Broken broken -> new Fault.None();
      case Fault.Slow slow -> new Fault.None();
      case Fault.Miscounted miscounted -> new Fault.None();
      case Fault.None none -> new Fault.None();
    };
  }

  /** The next one if it befalls a body. */
  synchronized Fault ofBody() {
    return switch (coming.peek()) {
      case Fault.Broken broken -> coming.remove();
      case Fault.Slow slow -> coming.remove();
      case Fault.None none -> coming.remove();
      case null -> new Fault.None();
      case Fault.Throttled throttled -> new Fault.None();
      case Fault.Unavailable unavailable -> new Fault.None();
      case Fault.Miscounted miscounted -> new Fault.None();
    };
  }

  /** How much more than the truth a manifest is to say of a count. */
  synchronized int ofCount(String name) {
    if (coming.peek() instanceof Fault.Miscounted(String count) && count.equals(name)) {
      coming.remove();
      return 1;
    }
    return 0;
  }
}
