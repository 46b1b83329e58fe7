package com.contoso.tollbooth.usage.forecast;

import java.util.Arrays;

/**
 * Days to come, by the method and with what it missed in the past.
 *
 * @param patterned false if there was too little past to see a pattern
 * @param sumSpread how far the sum may be off on either side, in four cases of five
 * @param daySpread the same of a single day
 */
record Outlook(double[] expected, boolean patterned, double sumSpread, double daySpread) {
  double sum() {
    return Arrays.stream(expected).sum();
  }
}
