package com.contoso.tollbooth.plate;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/** Passages for tests, told apart by number. */
public final class SamplePassages {
  public static final Instant CAPTURED = Instant.parse("2026-03-01T10:00:00Z");

  private SamplePassages() {}

  public static PhotoUploaded uploaded(int number) {
    return new PhotoUploaded(
        new PhotoPath("booth-1/photo-" + number + ".jpg"),
        new ContentTag("tag-" + number),
        1000L + number,
        CAPTURED.plusSeconds(number),
        Map.of("truth", "T" + number));
  }

  public static Passage passage(int number) {
    PhotoUploaded photo = uploaded(number);
    return new Passage(
        photo.passage(),
        photo.path(),
        photo.tag(),
        new CapturedAt(CAPTURED.plusSeconds(number), CapturedAt.Source.EXIF));
  }

  public static PlateAccepted accepted(int number) {
    return accepted(number, "ABC" + number, PlateAccepted.Source.AUTOMATIC);
  }

  public static PlateAccepted accepted(int number, String plate, PlateAccepted.Source source) {
    return new PlateAccepted(
        passage(number),
        new LicensePlate(plate),
        Jurisdiction.TX,
        new Confidence(0.97),
        source,
        "Sure enough.");
  }

  public static ReviewRequired doubtful(int number) {
    var candidate =
        new PlateCandidate(
            new LicensePlate("XYZ" + number),
            new Confidence(0.4),
            List.of(),
            new Box(1, 2, 30, 15));
    return new ReviewRequired(
        passage(number),
        ReviewRequired.Reason.LOW_CONFIDENCE,
        List.of(candidate),
        "Not sure enough.");
  }
}
