package com.contoso.tollbooth.routing;

import static com.contoso.tollbooth.routing.CharacterDoubts.percent;

import com.contoso.tollbooth.plate.Box;
import com.contoso.tollbooth.plate.Confidence;
import com.contoso.tollbooth.plate.LicensePlate;
import com.contoso.tollbooth.plate.Passage;
import com.contoso.tollbooth.plate.PlateAccepted;
import com.contoso.tollbooth.plate.PlateCandidate;
import com.contoso.tollbooth.plate.PlateDecision;
import com.contoso.tollbooth.plate.PlateReading;
import com.contoso.tollbooth.plate.PlateReading.Illegible;
import com.contoso.tollbooth.plate.PlateReading.Legible;
import com.contoso.tollbooth.plate.ReviewRequired;
import com.contoso.tollbooth.plate.ReviewRequired.Reason;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Accepts a plate that nothing speaks against, as it was read; sends all else to a person. */
final class RoutePlate implements Function<PlateReading, PlateDecision> {
  private static final double SAME_PLACE = 0.4;

  private final RoutingSettings settings;
  private final CharacterDoubts doubts;

  RoutePlate(RoutingSettings settings) {
    this.settings = settings;
    this.doubts = new CharacterDoubts(settings);
  }

  @Override
  public PlateDecision apply(PlateReading reading) {
    return switch (reading) {
      case Legible legible -> decide(legible);
      case Illegible(Passage passage) ->
          new ReviewRequired(
              passage,
              Reason.NO_PLATE_FOUND,
              List.of(),
              "No writing that may be a plate was found.");
    };
  }

  private PlateDecision decide(Legible reading) {
    PlateCandidate best = reading.best();
    Optional<PlateFormat> found = PlateFormat.of(best.plate().text());
    if (found.isEmpty()) {
      return review(reading, new Doubt(Reason.UNKNOWN_FORMAT, "It is written like no US plate."));
    }
    PlateFormat format = found.get();
    return weak(best, format)
        .or(() -> doubts.in(best, format))
        .or(() -> rival(reading))
        .<PlateDecision>map(doubt -> review(reading, doubt))
        .orElseGet(() -> accept(reading.passage(), best, format));
  }

  private static PlateAccepted accept(Passage passage, PlateCandidate best, PlateFormat format) {
    String why =
        "Read at %s, every character clear, in the format %s."
            .formatted(percent(best.confidence().value()), format.name());
    return new PlateAccepted(
        passage,
        best.plate(),
        format.jurisdiction(),
        best.confidence(),
        PlateAccepted.Source.AUTOMATIC,
        why);
  }

  private static ReviewRequired review(Legible reading, Doubt doubt) {
    return new ReviewRequired(reading.passage(), doubt.reason(), reading.candidates(), doubt.why());
  }

  private Optional<Doubt> weak(PlateCandidate best, PlateFormat format) {
    double least = best.characters().isEmpty() ? settings.wholeConfidence() : settings.confidence();
    double needed =
        switch (format.trust()) {
          case SERIES -> least;
          case ANY_MIXED -> Math.max(least, settings.mixedConfidence());
          case ANY -> settings.chosenConfidence();
        };
    if (best.confidence().atLeast(new Confidence(needed))) {
      return Optional.empty();
    }
    String read = percent(best.confidence().value());
    if (best.confidence().value() >= least) {
      return Optional.of(
          new Doubt(
              Reason.UNKNOWN_FORMAT,
              "Read at %s, but it fits no known series, only \"%s\", which needs %s."
                  .formatted(read, format.name(), percent(needed))));
    }
    return Optional.of(
        new Doubt(
            Reason.LOW_CONFIDENCE, "Read at %s, %s is needed.".formatted(read, percent(needed))));
  }

  private Optional<Doubt> rival(Legible reading) {
    PlateCandidate best = reading.best();
    return reading.candidates().stream()
        .skip(1)
        .filter(other -> other.confidence().value() >= settings.rivalConfidence())
        .filter(other -> competes(best, other))
        .findFirst()
        .map(
            other ->
                new Doubt(
                    Reason.RIVAL_PLATES,
                    samePlace(best.box(), other.box())
                        ? "The same place was also read otherwise, at %s."
                            .formatted(percent(other.confidence().value()))
                        : "Other writing in the photo may be its plate as well, read at %s."
                            .formatted(percent(other.confidence().value()))));
  }

  private boolean competes(PlateCandidate best, PlateCandidate other) {
    if (samePlace(best.box(), other.box())) {
      return !isPart(other.plate(), best.plate());
    }
    return other.box().height() >= settings.rivalHeight() * best.box().height()
        && PlateFormat.of(other.plate().text())
            .filter(format -> format.trust() != PlateFormat.Trust.ANY)
            .isPresent();
  }

  /** A part of a plate, read by itself, says nothing against the whole. */
  private static boolean isPart(LicensePlate part, LicensePlate whole) {
    return whole.text().contains(part.text());
  }

  /** Whether the other covers so much of it that both were read from the same ink. */
  private static boolean samePlace(Box best, Box other) {
    double width = Math.min(best.right(), other.right()) - Math.max(best.x(), other.x());
    double height = Math.min(best.bottom(), other.bottom()) - Math.max(best.y(), other.y());
    return width > 0 && height > 0 && width * height >= SAME_PLACE * best.width() * best.height();
  }
}
