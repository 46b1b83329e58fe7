package com.contoso.tollbooth.local.usage.simulator;

import java.time.YearMonth;

/** Lines that cannot be read, made of one that can. */
final class Poison {
  /** A day that is none, a quantity that is none, and a key that is there twice. */
  static final int JSON_LINES = 3;

  /** A day that is none, and a quantity that is none. */
  static final int CSV_LINES = 2;

  static final String NO_QUANTITY = "12,5 approx.";

  private Poison() {}

  static String usDay(YearMonth month) {
    return "%02d/32/%d".formatted(month.getMonthValue(), month.getYear());
  }

  static String isoDay(YearMonth month) {
    return month + "-32";
  }
}
