package com.contoso.tollbooth.recognition;

import com.contoso.tollbooth.plate.Box;
import com.contoso.tollbooth.plate.Confidence;
import com.contoso.tollbooth.plate.ReadCharacter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Writing in a photo, freed of what is no part of a plate: case, spaces and signs.
 *
 * @param text of A-Z and 0-9
 * @param characters one for each of {@code text}, or none
 * @param parts how many lines it was put together from
 */
record Writing(
    String text, Confidence confidence, List<ReadCharacter> characters, Box box, int parts) {

  static Writing of(TextLine line) {
    var text = new StringBuilder();
    List<ReadCharacter> characters = new ArrayList<>();
    String upper = line.text().toUpperCase(Locale.ROOT);
    boolean told = !line.characters().isEmpty() && upper.length() == line.text().length();
    for (int i = 0; i < upper.length(); i++) {
      char c = upper.charAt(i);
      if (c >= 'A' && c <= 'Z' || c >= '0' && c <= '9') {
        text.append(c);
        if (told) {
          ReadCharacter read = line.characters().get(i);
          characters.add(new ReadCharacter(c, read.confidence(), read.rivals()));
        }
      }
    }
    return new Writing(text.toString(), line.confidence(), characters, line.box(), 1);
  }

  /** This and what follows it, as one: no surer than the less sure of them. */
  Writing followedBy(Writing next) {
    List<ReadCharacter> both = new ArrayList<>();
    if (!characters.isEmpty() && !next.characters.isEmpty()) {
      both.addAll(characters);
      both.addAll(next.characters);
    }
    Confidence less = confidence.compareTo(next.confidence) < 0 ? confidence : next.confidence;
    return new Writing(text + next.text, less, both, box.union(next.box), parts + next.parts);
  }

  boolean hasDigit() {
    return text.chars().anyMatch(c -> c <= '9');
  }

  boolean hasLetter() {
    return text.chars().anyMatch(c -> c >= 'A');
  }

  /** Whether the other stands next to it on the right, in the same size. */
  boolean besides(Writing other) {
    double height = (box.height() + other.box.height()) / 2;
    double gap = other.box.x() - box.right();
    return sameSize(other)
        && Math.abs(middleY() - other.middleY()) < 0.35 * height
        && gap > -0.4 * height
        && gap < 1.2 * height;
  }

  /** Whether the other stands right below it, in the same size. */
  boolean above(Writing other) {
    double height = (box.height() + other.box.height()) / 2;
    double gap = other.box.y() - box.bottom();
    double shift = Math.abs(box.x() + box.width() / 2 - other.box.x() - other.box.width() / 2);
    return sameSize(other)
        && gap > -0.4 * height
        && gap < 0.6 * height
        && shift < 0.3 * Math.max(box.width(), other.box.width());
  }

  private boolean sameSize(Writing other) {
    return Math.min(box.height(), other.box.height())
        > 0.6 * Math.max(box.height(), other.box.height());
  }

  private double middleY() {
    return box.y() + box.height() / 2;
  }
}
