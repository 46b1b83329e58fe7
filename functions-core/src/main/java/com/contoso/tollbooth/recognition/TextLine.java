package com.contoso.tollbooth.recognition;

import com.contoso.tollbooth.plate.Box;
import com.contoso.tollbooth.plate.Confidence;
import com.contoso.tollbooth.plate.ReadCharacter;
import java.util.List;

/**
 * One line of text in a photo.
 *
 * @param text as read, with case, spaces and signs
 * @param confidence of the whole line
 * @param characters one for each character of {@code text}, in order; empty where the engine tells
 *     none
 * @param box around the line
 */
public record TextLine(
    String text, Confidence confidence, List<ReadCharacter> characters, Box box) {
  public TextLine {
    characters = List.copyOf(characters);
    if (!characters.isEmpty() && characters.size() != text.length()) {
      throw new IllegalArgumentException("characters are told for all of a line or for none");
    }
  }
}
