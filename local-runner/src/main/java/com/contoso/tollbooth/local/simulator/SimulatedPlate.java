package com.contoso.tollbooth.local.simulator;

import com.contoso.tollbooth.plate.Jurisdiction;
import java.util.Random;

/**
 * A plate in its state's design.
 *
 * @param text as it stands on the plate, a space for a gap
 * @param stateName above the text
 */
record SimulatedPlate(String text, Jurisdiction jurisdiction, String stateName) {
  /** The states leave out vowels, so that no word comes up, and Q. */
  private static final String LETTERS = "BCDFGHJKLMNPRSTVWXYZ";

  private static final String[] VANITY = {
    "HAPPY", "RUNFAST", "LUVDOGS", "TAXMAN", "BIGRED", "SKYWAY", "MYCAR", "FISHN"
  };
  private static final String[] OTHERS = {"COLORADO", "KANSAS", "ARIZONA", "LOUISIANA"};

  static SimulatedPlate random(Random random) {
    int dice = random.nextInt(100);
    if (dice < 4) {
      return new SimulatedPlate(VANITY[random.nextInt(VANITY.length)], Jurisdiction.US, "TEXAS");
    }
    if (dice < 60) {
      return new SimulatedPlate(
          letters(random, 3) + " " + digits(random, 4), Jurisdiction.TX, "TEXAS");
    }
    if (dice < 78) {
      return new SimulatedPlate(
          letters(random, 3) + " " + digits(random, 3), Jurisdiction.OK, "OKLAHOMA");
    }
    if (dice < 92) {
      return new SimulatedPlate(
          digits(random, 3) + " " + letters(random, 3), Jurisdiction.NM, "NEW MEXICO");
    }
    return new SimulatedPlate(
        letters(random, 3) + " " + digits(random, 3),
        Jurisdiction.US,
        OTHERS[random.nextInt(OTHERS.length)]);
  }

  /** The characters that are billed. */
  String truth() {
    return text.replace(" ", "");
  }

  private static String letters(Random random, int count) {
    return random
        .ints(count, 0, LETTERS.length())
        .mapToObj(i -> LETTERS.substring(i, i + 1))
        .collect(java.util.stream.Collectors.joining());
  }

  private static String digits(Random random, int count) {
    return random
        .ints(count, 0, 10)
        .mapToObj(Integer::toString)
        .collect(java.util.stream.Collectors.joining());
  }
}
