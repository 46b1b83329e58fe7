package com.contoso.tollbooth.api;

import com.contoso.tollbooth.plate.Box;
import com.contoso.tollbooth.plate.LicensePlate;
import com.contoso.tollbooth.plate.PlateCandidate;
import com.contoso.tollbooth.plate.ReadCharacter;
import com.contoso.tollbooth.registry.PassageRecord;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A passage as the page sees it. */
public record PassageView(
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

  /** The view of a passage. */
  public static PassageView of(PassageRecord passage) {
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

  private static String photoUrl(String id) {
    return "/api/passages/" + id + "/photo";
  }

  private static @Nullable String nameOf(@Nullable Enum<?> value) {
    return value == null ? null : value.name();
  }

  /** A plate that OCR offered. */
  public record CandidateView(
      String plate, double confidence, Box box, List<CharacterView> characters) {
    static CandidateView of(PlateCandidate candidate) {
      return new CandidateView(
          candidate.plate().text(),
          candidate.confidence().value(),
          candidate.box(),
          candidate.characters().stream().map(CharacterView::of).toList());
    }
  }

  /** One character of it. */
  public record CharacterView(String value, double confidence, List<RivalView> rivals) {
    static CharacterView of(ReadCharacter character) {
      return new CharacterView(
          String.valueOf(character.value()),
          character.confidence().value(),
          character.rivals().stream()
              .map(r -> new RivalView(String.valueOf(r.value()), r.confidence().value()))
              .toList());
    }
  }

  /** Another character that it may be. */
  public record RivalView(String value, double confidence) {}
}
