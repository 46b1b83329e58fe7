package com.contoso.tollbooth.usage.focus;

import java.util.Locale;
import java.util.Map;

/** The charge categories of FOCUS, after the charge type that newer reports have. */
enum ChargeKind {
  USAGE("Usage", "Usage-Based"),
  PURCHASE("Purchase", "One-Time"),
  TAX("Tax", "One-Time"),
  CREDIT("Credit", "One-Time"),
  ADJUSTMENT("Adjustment", "One-Time");

  final String category;
  final String frequency;

  ChargeKind(String category, String frequency) {
    this.category = category;
    this.frequency = frequency;
  }

  static ChargeKind of(Map<String, String> further) {
    String type = further.getOrDefault("ChargeType", further.getOrDefault("chargeType", ""));
    return switch (type.toLowerCase(Locale.ROOT)) {
      case "purchase" -> PURCHASE;
      case "tax" -> TAX;
      case "refund" -> CREDIT;
      case "roundingadjustment" -> ADJUSTMENT;
      default -> USAGE;
    };
  }
}
