package com.contoso.tollbooth.recognition;

import com.contoso.tollbooth.plate.Confidence;
import com.contoso.tollbooth.plate.ReadCharacter;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What else a writing may say, as a choice for a person: never surer than an even guess, so that
 * none of them is billed by itself.
 */
final class Alternatives {
  private static final double LIKELY_RIVAL = 0.1;
  private static final Confidence EVEN = new Confidence(0.5);

  /** Two groups of three with a round emblem between them that was read as a character. */
  private static final Pattern EMBLEM =
      Pattern.compile("[A-Z]{2}[0-9IOSZ][O0QDC8][A-Z][0-9IOSZ][A-Z]");

  private Alternatives() {}

  static List<Writing> of(Writing writing) {
    List<Writing> others = new ArrayList<>();
    for (int i = 0; i < writing.characters().size(); i++) {
      ReadCharacter read = writing.characters().get(i);
      for (ReadCharacter.Rival rival : read.rivals()) {
        if (rival.confidence().value() >= LIKELY_RIVAL) {
          others.add(replaced(writing, i, read, rival));
        }
      }
    }
    if (EMBLEM.matcher(writing.text()).matches()) {
      others.add(without(writing, 3));
    }
    return others;
  }

  private static Writing replaced(
      Writing writing, int index, ReadCharacter read, ReadCharacter.Rival rival) {
    List<ReadCharacter> characters = new ArrayList<>(writing.characters());
    characters.set(
        index,
        new ReadCharacter(
            rival.value(),
            rival.confidence(),
            List.of(new ReadCharacter.Rival(read.value(), read.confidence()))));
    String text = writing.text();
    double share = rival.confidence().value() / Math.max(read.confidence().value(), 0.01);
    return guessed(
        writing,
        text.substring(0, index) + rival.value() + text.substring(index + 1),
        new Confidence(Math.min(EVEN.value(), writing.confidence().value() * Math.min(1, share))),
        characters);
  }

  private static Writing without(Writing writing, int index) {
    List<ReadCharacter> characters = new ArrayList<>(writing.characters());
    if (!characters.isEmpty()) {
      characters.remove(index);
    }
    String text = writing.text();
    double less = Math.min(EVEN.value(), writing.confidence().value());
    return guessed(
        writing,
        text.substring(0, index) + text.substring(index + 1),
        new Confidence(less),
        characters);
  }

  private static Writing guessed(
      Writing writing, String text, Confidence confidence, List<ReadCharacter> characters) {
    return new Writing(text, confidence, characters, writing.box(), writing.parts());
  }
}
