package com.contoso.tollbooth.usage.focus;

import java.util.Set;

/** The value sets of FOCUS 1.2 that do not depend on services. */
final class FocusValues {
  static final Set<String> CHARGE_CATEGORIES =
      Set.of("Usage", "Purchase", "Tax", "Credit", "Adjustment");
  static final String CORRECTION = "Correction";
  static final Set<String> CHARGE_CLASSES = Set.of(CORRECTION);
  static final Set<String> CHARGE_FREQUENCIES = Set.of("One-Time", "Recurring", "Usage-Based");

  private FocusValues() {}
}
