package com.contoso.tollbooth.routing;

import com.contoso.tollbooth.plate.PlateCandidate;
import com.contoso.tollbooth.plate.ReadCharacter;
import com.contoso.tollbooth.plate.ReviewRequired.Reason;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Finds characters of a plate that may be others. */
record CharacterDoubts(RoutingSettings settings) {

  Optional<Doubt> in(PlateCandidate candidate, PlateFormat format) {
    String text = candidate.plate().text();
    if (format.trust() != PlateFormat.Trust.SERIES && becomesSeries(text)) {
      return Optional.of(
          new Doubt(
              Reason.LOOK_ALIKE,
              "As read it fits no known series, and with one look-alike exchanged it would."));
    }
    List<ReadCharacter> characters = candidate.characters();
    for (int i = 0; i < characters.size(); i++) {
      Optional<Doubt> doubt = doubt(text, i, characters.get(i), format);
      if (doubt.isPresent()) {
        return doubt;
      }
    }
    return Optional.empty();
  }

  private static boolean becomesSeries(String text) {
    return LookAlikes.of(text).stream().anyMatch(CharacterDoubts::isSeries);
  }

  private static boolean isSeries(String text) {
    return PlateFormat.of(text)
        .filter(format -> format.trust() == PlateFormat.Trust.SERIES)
        .isPresent();
  }

  private Optional<Doubt> doubt(String text, int index, ReadCharacter read, PlateFormat format) {
    for (ReadCharacter.Rival rival : read.rivals()) {
      String other = text.substring(0, index) + rival.value() + text.substring(index + 1);
      if (rival.confidence().value() >= settings.lookAlikeLimit()
          && LookAlikes.are(read.value(), rival.value())
          && (format.trust() != PlateFormat.Trust.SERIES || isSeries(other))) {
        return Optional.of(
            new Doubt(
                Reason.LOOK_ALIKE,
                "Character %d may be one that looks alike, at %s."
                    .formatted(index + 1, percent(rival.confidence().value()))));
      }
    }
    if (read.confidence().value() < settings.characterConfidence()) {
      return Optional.of(
          new Doubt(
              Reason.DOUBTFUL_CHARACTER,
              "Character %d was read at %s, %s is needed."
                  .formatted(
                      index + 1,
                      percent(read.confidence().value()),
                      percent(settings.characterConfidence()))));
    }
    return Optional.empty();
  }

  static String percent(double share) {
    return String.format(Locale.ROOT, "%.1f %%", share * 100);
  }
}
