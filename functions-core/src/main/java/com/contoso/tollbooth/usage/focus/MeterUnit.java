package com.contoso.tollbooth.usage.focus;

import java.math.BigDecimal;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A meter's unit, such as {@code 1 Hour}, {@code 10 GB} or {@code 10K}: so many of a smaller one. A
 * quantity counts the whole unit, which is what is priced; what is consumed is the smaller.
 */
record MeterUnit(BigDecimal block, String priced, String consumed) {
  private static final Pattern BLOCK = Pattern.compile("(\\d{1,9})([KM]?)(?:\\s+(.*))?");

  static MeterUnit of(String text) {
    String unit = text.strip();
    if (unit.isEmpty()) {
      return new MeterUnit(BigDecimal.ONE, "Units", "Units");
    }
    Matcher matcher = BLOCK.matcher(unit);
    if (!matcher.matches()) {
      return new MeterUnit(BigDecimal.ONE, unit, unit);
    }
    BigDecimal block = new BigDecimal(matcher.group(1)).multiply(thousands(matcher.group(2)));
    String single = matcher.group(3);
    String consumed = single == null || single.isBlank() ? "Units" : single.strip();
    if (block.signum() == 0) {
      return new MeterUnit(BigDecimal.ONE, unit, unit);
    }
    return new MeterUnit(block, block.equals(BigDecimal.ONE) ? consumed : unit, consumed);
  }

  private static BigDecimal thousands(String letter) {
    return switch (letter) {
      case "K" -> BigDecimal.valueOf(1_000);
      case "M" -> BigDecimal.valueOf(1_000_000);
      default -> BigDecimal.ONE;
    };
  }
}
