package com.contoso.tollbooth.usage.split;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Decimals as reports write them, exact to the last digit. */
final class Decimals {
  private static final int LONGEST = 100;
  private static final int FITS_LONG = 18;
  private static final BigInteger[] POWERS = new BigInteger[FITS_LONG + 1];

  static {
    for (int i = 0; i < POWERS.length; i++) {
      POWERS[i] = BigInteger.TEN.pow(i);
    }
  }

  private Decimals() {}

  /**
   * Returns {@code null} for what is no decimal, and for one of more than 100 digits before or
   * after the point: {@code 1e999999999} is short to write and fills the heap when it is added.
   */
  static @Nullable BigDecimal parse(char[] text, int from, int length) {
    if (length == 0 || length > LONGEST) {
      return null;
    }
    boolean negative = text[from] == '-';
    long head = 0;
    long tail = 0;
    int digits = 0;
    int counted = 0;
    int point = -1;
    for (int i = from + (negative ? 1 : 0); i < from + length; i++) {
      int digit = text[i] - '0';
      if (digit >= 0 && digit <= 9) {
        digits++;
        if (counted < FITS_LONG) {
          head = head * 10 + digit;
          counted += head == 0 ? 0 : 1;
        } else {
          tail = tail * 10 + digit;
          counted++;
        }
      } else if (text[i] == '.' && point < 0) {
        point = digits;
      } else {
        return parseSlowly(text, from, length);
      }
    }
    if (digits == 0 || counted > 2 * FITS_LONG) {
      return digits == 0 ? null : parseSlowly(text, from, length);
    }
    int scale = point < 0 ? 0 : digits - point;
    if (counted <= FITS_LONG) {
      return BigDecimal.valueOf(negative ? -head : head, scale);
    }
    BigInteger unscaled =
        BigInteger.valueOf(head)
            .multiply(POWERS[counted - FITS_LONG])
            .add(BigInteger.valueOf(tail));
    return new BigDecimal(negative ? unscaled.negate() : unscaled, scale);
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
