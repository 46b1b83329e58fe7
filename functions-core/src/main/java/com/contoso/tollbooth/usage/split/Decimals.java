package com.contoso.tollbooth.usage.split;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Decimals as reports write them, exact to the last digit. */
final class Decimals {
  private static final int LONGEST = 100;
  private static final int FITS_LONG = 18;

  private Decimals() {}

  /**
   * Returns {@code null} for what is no decimal, and for one of more than 100 digits before or
   * after the point: {@code 1e999999999} is short to write and fills the heap when it is added.
   */
  static @Nullable BigDecimal parse(char[] text, int from, int length) {
    if (length == 0 || length > LONGEST) {
      return null;
    }
    long unscaled = 0;
    int digits = 0;
    int point = -1;
    int i = text[from] == '-' ? 1 : 0;
    for (; i < length; i++) {
      char c = text[from + i];
      if (c >= '0' && c <= '9') {
        digits++;
        if (digits > FITS_LONG) {
          return parseSlowly(text, from, length);
        }
        unscaled = unscaled * 10 + (c - '0');
      } else if (c == '.' && point < 0) {
        point = digits;
      } else {
        return parseSlowly(text, from, length);
      }
    }
    if (digits == 0) {
      return null;
    }
    return BigDecimal.valueOf(
        text[from] == '-' ? -unscaled : unscaled, point < 0 ? 0 : digits - point);
  }

  private static @Nullable BigDecimal parseSlowly(char[] text, int from, int length) {
    for (int i = from; i < from + length; i++) {
      // BigDecimal itself would take digits of any script.
      if ("0123456789.-+eE".indexOf(text[i]) < 0) {
        return null;
      }
    }
    try {
      var value = new BigDecimal(text, from, length);
      return Math.abs((long) value.scale()) > LONGEST ? null : value;
    } catch (NumberFormatException e) {
      return null;
    }
  }
}
