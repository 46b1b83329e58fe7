package com.contoso.tollbooth.recognition;

import com.contoso.tollbooth.plate.LicensePlate;
import com.contoso.tollbooth.plate.PlateCandidate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * Finds in the text of a photo what may be a plate, likeliest first: short writing of letters and
 * digits, surely read, taller than the rest.
 */
final class FindPlates implements Function<TextReading, List<PlateCandidate>> {
  private static final int SHORTEST = 2;
  private static final int LONGEST = 8;
  private static final int MOST = 8;

  /** How most plates of the country are written; others are as welcome, but after these. */
  private static final Pattern USUAL =
      Pattern.compile(
          "[A-Z]{3}[0-9]{3,4}|[0-9]{3}[A-Z]{3}|[0-9][A-Z]{3}[0-9]{3}|[A-Z]{2}[0-9][A-Z][0-9][A-Z]"
              + "|[A-Z]{4}[0-9]{2}|[A-Z]{2}[0-9]([A-Z][0-9]{3}|[0-9]{4})|[0-9][A-Z][0-9]{5}"
              + "|[0-9]{5}[A-Z][0-9]|[A-Z][0-9]{2}[A-Z]{3}|[A-Z][0-9]{6}");

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
    for (Writing writing : List.copyOf(all)) {
      all.addAll(Alternatives.of(writing));
    }
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
    return Math.pow(height, 0.7) * Math.sqrt(writing.confidence().value()) * shape(writing);
  }

  private static double shape(Writing writing) {
    int length = writing.text().length();
    double byLength =
        switch (length) {
          case 6, 7 -> 1;
          case 5 -> 0.7;
          case 4, 8 -> 0.3;
          case 3 -> 0.15;
          default -> 0.05;
        };
    if (USUAL.matcher(writing.text()).matches()) {
      return 1.5;
    }
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
