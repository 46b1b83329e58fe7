package com.contoso.tollbooth.local.web;

import com.contoso.tollbooth.plate.Box;
import com.contoso.tollbooth.plate.LicensePlate;
import com.contoso.tollbooth.plate.PlateCandidate;
import com.contoso.tollbooth.plate.ReadCharacter;
import com.contoso.tollbooth.registry.PassageRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A passage as the page sees it. */
record PassageView(
    String id,
    String boothId,
    String photoPath,
    String photoUrl,
    String state,
    @Nullable Instant capturedAt,
    @Nullable String capturedAtSource,
    Instant receivedAt,
    @Nullable Instant decidedAt,
    @Nullable String plate,
    @Nullable String jurisdiction,
    @Nullable Double confidence,
    @Nullable String source,
    @Nullable String reason,
    @Nullable String why,
    List<CandidateView> candidates) {

  static PassageView of(PassageRecord passage) {
    var captured = passage.capturedAt();
    LicensePlate plate = passage.plate();
    var confidence = passage.confidence();
    return new PassageView(
        passage.id().value(),
        passage.photo().booth().value(),
        passage.photo().value(),
        photoUrl(passage.id().value()),
        passage.state().name(),
        captured == null ? null : captured.at(),
        captured == null ? null : captured.source().name(),
        passage.receivedAt(),
        passage.decidedAt(),
        plate == null ? null : plate.text(),
        nameOf(passage.jurisdiction()),
        confidence == null ? null : confidence.value(),
        nameOf(passage.source()),
        passage.reason(),
        passage.why(),
        passage.candidates().stream().map(CandidateView::of).toList());
  }

  static String photoUrl(String id) {
    return "/api/passages/" + id + "/photo";
  }

  private static @Nullable String nameOf(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  record CandidateView(String plate, double confidence, Box box, List<CharacterView> characters) {
    static CandidateView of(PlateCandidate candidate) {
      return new CandidateView(
          candidate.plate().text(),
          candidate.confidence().value(),
          candidate.box(),
          candidate.characters().stream().map(CharacterView::of).toList());
    }
  }

  record CharacterView(String value, double confidence, List<RivalView> rivals) {
    static CharacterView of(ReadCharacter character) {
      return new CharacterView(
          String.valueOf(character.value()),
          character.confidence().value(),
          character.rivals().stream()
              .map(r -> new RivalView(String.valueOf(r.value()), r.confidence().value()))
              .toList());
    }
  }

  record RivalView(String value, double confidence) {}
}
