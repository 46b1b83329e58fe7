package com.contoso.tollbooth.usage.forecast;

import java.util.Arrays;

/**
 * Days to come, by the method and with what it missed in the past.
 *
 * @param sumSpread how far the sum may be off on either side, in four cases of five
 * @param daySpread the same of a single day
 */
record Outlook(double[] expected, Trend.Basis basis, double sumSpread, double daySpread) {
  double sum() {
    return Arrays.stream(expected).sum();
  }
}
