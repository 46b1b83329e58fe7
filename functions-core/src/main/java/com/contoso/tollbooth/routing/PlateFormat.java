package com.contoso.tollbooth.routing;

import com.contoso.tollbooth.plate.Jurisdiction;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * How plates of one kind are written; {@code L} in the pattern's name is a letter, {@code N} a
 * digit.
 *
 * @param trust whether the order of letters and digits is fixed, so that a misread letter for a
 *     digit shows
 */
record PlateFormat(String name, Jurisdiction jurisdiction, Pattern pattern, Trust trust) {

  /** How much it says that a text fits. */
  enum Trust {
    SERIES,
    ANY_MIXED,
    ANY
  }

  /** Letters Texas uses in its seven-character series: no vowels and no Q, so no word appears. */
  private static final String TEXAN = "[B-DF-HJ-NPR-TV-Z]";

  /**
   * The first that fits counts. Where one order was issued by more than one of the three states, or
   * is as common elsewhere, the format names none of them.
   */
  private static final List<PlateFormat> ALL =
      List.of(
          series("Texas LLL NNNN (since 2012)", Jurisdiction.TX, TEXAN + "{3}[0-9]{4}"),
          series(
              "Texas LLN LNNN (2009 to 2012)",
              Jurisdiction.TX,
              TEXAN + "{2}[0-9]" + TEXAN + "[0-9]{3}"),
          series("Texas LLN NNNN (trucks)", Jurisdiction.TX, TEXAN + "{2}[0-9]{5}"),
          series("Texas LNN LLL (1998 to 2004)", Jurisdiction.TX, "[A-Z][0-9]{2}[A-Z]{3}"),
          series("New Mexico LLLL NN (since 2017)", Jurisdiction.NM, "[A-Z]{4}[0-9]{2}"),
          series(
              "LLL NNN (Oklahoma, New Mexico, older Texas)", Jurisdiction.US, "[A-Z]{3}[0-9]{3}"),
          series(
              "NNN LLL (New Mexico, Oklahoma, older Texas)", Jurisdiction.US, "[0-9]{3}[A-Z]{3}"),
          series("LLL NNNN (several states)", Jurisdiction.US, "[A-Z]{3}[0-9]{4}"),
          series("N LLL NNN (California)", Jurisdiction.US, "[0-9][A-Z]{3}[0-9]{3}"),
          series("N L NNNNN (California, trucks)", Jurisdiction.US, "[0-9][A-Z][0-9]{5}"),
          series("NNNNN L N (California, trucks)", Jurisdiction.US, "[0-9]{5}[A-Z][0-9]"),
          series("LLN LNL (Missouri)", Jurisdiction.US, "[A-Z]{2}[0-9][A-Z][0-9][A-Z]"),
          series(
              "LLL NNL or LNN (several states)",
              Jurisdiction.US,
              "[A-Z]{3}[0-9](?:[A-Z][0-9]|[0-9][A-Z])"),
          new PlateFormat(
              "five to eight letters and digits",
              Jurisdiction.US,
              Pattern.compile("(?=.*[A-Z])(?=.*[0-9])[A-Z0-9]{5,8}"),
              Trust.ANY_MIXED),
          new PlateFormat(
              "two to eight characters, as chosen plates have",
              Jurisdiction.US,
              Pattern.compile("[A-Z0-9]{2,8}"),
              Trust.ANY));

  private static PlateFormat series(String name, Jurisdiction jurisdiction, String pattern) {
    return new PlateFormat(name, jurisdiction, Pattern.compile(pattern), Trust.SERIES);
  }

  /** The narrowest format a text fits; none for a text no plate has. */
  static Optional<PlateFormat> of(String text) {
    return ALL.stream().filter(format -> format.pattern.matcher(text).matches()).findFirst();
  }
}
