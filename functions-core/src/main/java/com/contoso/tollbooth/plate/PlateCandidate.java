package com.contoso.tollbooth.plate;

import java.util.List;

/**
 * Text in a photo that may be its plate.
 *
 * @param confidence of the whole
 * @param characters one for each character of the plate, in order; empty where the reader tells
 *     none
 * @param box where in the photo it was seen
 */
public record PlateCandidate(
    LicensePlate plate, Confidence confidence, List<ReadCharacter> characters, Box box) {
  public PlateCandidate {
    characters = List.copyOf(characters);
    if (!characters.isEmpty() && characters.size() != plate.text().length()) {
      throw new IllegalArgumentException("characters are told for all of a plate or for none");
    }
  }
}
