package com.contoso.tollbooth.recognition;

import com.contoso.tollbooth.plate.LicensePlate;
import com.contoso.tollbooth.plate.PlateCandidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * Finds in the text of a photo what may be a plate, likeliest first: short writing of letters and
 * digits, surely read, taller than the rest.
 */
final class FindPlates implements Function<TextReading, List<PlateCandidate>> {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 8;
  private static final int MOST = 8;

  @Override
  public List<PlateCandidate> apply(TextReading reading) {
    List<Writing> lines = new ArrayList<>();
    for (TextLine line : reading.lines()) {
      Writing writing = Writing.of(line);
      if (!writing.text().isEmpty() && !OtherWriting.is(line.text(), writing.text())) {
        lines.add(writing);
      }
    }
    List<Writing> all = withJoined(lines);
    all.removeIf(w -> w.text().length() < SHORTEST || w.text().length() > LONGEST);
    double tallest = all.stream().mapToDouble(w -> w.box().height()).max().orElse(1);
    Map<String, Writing> best = new LinkedHashMap<>();
    all.stream()
        .sorted(Comparator.comparingDouble((Writing w) -> likelihood(w, tallest)).reversed())
        .forEach(writing -> best.putIfAbsent(writing.text(), writing));
    return best.values().stream().limit(MOST).map(FindPlates::candidate).toList();
  }

  /** The lines, and what pairs of them give that stand like the two parts of one plate. */
  private static List<Writing> withJoined(List<Writing> lines) {
    List<Writing> all = new ArrayList<>(lines);
    for (Writing first : lines) {
      for (Writing second : lines) {
        boolean fits = first.text().length() + second.text().length() <= LONGEST;
        boolean plausible = first.text().length() <= 5 && second.text().length() <= 5;
        if (first != second
            && fits
            && plausible
            && (first.besides(second) || first.above(second))) {
          all.add(first.followedBy(second));
        }
      }
    }
    return all;
  }

  private static double likelihood(Writing writing, double tallest) {
    double height = writing.box().height() / tallest;
    return Math.pow(height, 0.7) * writing.confidence().value() * shape(writing);
  }

  private static double shape(Writing writing) {
    int length = writing.text().length();
    double byLength =
        switch (length) {
          case 6, 7 -> 1;
          case 5 -> 0.7;
          case 4, 8 -> 0.4;
          case 3 -> 0.15;
          default -> 0.05;
        };
    boolean mixed = writing.hasDigit() && writing.hasLetter();
    return byLength * (mixed ? 1 : writing.hasDigit() ? 0.45 : 0.3);
  }

  private static PlateCandidate candidate(Writing writing) {
    return new PlateCandidate(
        new LicensePlate(writing.text()),
        writing.confidence(),
        writing.characters(),
        writing.box());
  }
}
