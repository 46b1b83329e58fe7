package com.contoso.tollbooth.recognition;

import com.contoso.tollbooth.plate.CapturedAt;
import com.contoso.tollbooth.plate.PhotoUploaded;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Tells when a vehicle passed: by what the booth said, else by what the camera wrote, else by a
 * time in the photo's name, else by the upload. A time that cannot be, or that lies after the
 * upload or before there were such booths, is passed over.
 */
final class CaptureTime {
  /** Booths' clocks may run ahead of the store's by so much. */
  private static final Duration CLOCK_SKEW = Duration.ofMinutes(5);

  private static final Instant EARLIEST = Instant.parse("2000-01-01T00:00:00Z");

  /** Year to second with any or no separators, then perhaps fractions and {@code Z}. */
  private static final Pattern IN_NAME =
      Pattern.compile(
          "(?<!\\d)(20\\d\\d)[-_.]?(\\d\\d)[-_.]?(\\d\\d)[-_.T t]*"
              + "(\\d\\d)[-_.:h]?(\\d\\d)[-_.:m]?(\\d\\d)(?!\\d{1,2}(?!\\d))");

  private CaptureTime() {}

  static CapturedAt of(PhotoUploaded upload, Optional<Instant> exif) {
    Instant latest = upload.uploadedAt().plus(CLOCK_SKEW);
    return said(upload)
        .filter(at -> possible(at, latest))
        .map(at -> new CapturedAt(at, CapturedAt.Source.METADATA))
        .or(
            () ->
                exif.filter(at -> possible(at, latest))
                    .map(at -> new CapturedAt(at, CapturedAt.Source.EXIF)))
        .or(
            () ->
                inName(upload.path().name(), latest)
                    .map(at -> new CapturedAt(at, CapturedAt.Source.NAME)))
        .orElseGet(() -> new CapturedAt(upload.uploadedAt(), CapturedAt.Source.UPLOAD));
  }

  private static boolean possible(Instant at, Instant latest) {
    return !at.isAfter(latest) && !at.isBefore(EARLIEST);
  }

  private static Optional<Instant> said(PhotoUploaded upload) {
    String said = upload.metadata().get(PhotoUploaded.CAPTURED_AT);
    try {
      return said == null
          ? Optional.empty()
          : Optional.of(OffsetDateTime.parse(said.strip()).toInstant());
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }

  private static Optional<Instant> inName(String name, Instant latest) {
    Matcher matcher = IN_NAME.matcher(name);
    while (matcher.find()) {
      Optional<Instant> at = time(matcher).filter(time -> possible(time, latest));
      if (at.isPresent()) {
        return at;
      }
    }
    return Optional.empty();
  }

  private static Optional<Instant> time(Matcher matcher) {
    int[] parts = new int[6];
    for (int i = 0; i < parts.length; i++) {
      parts[i] = Integer.parseInt(matcher.group(i + 1));
    }
    try {
      return Optional.of(
          LocalDateTime.of(parts[0], parts[1], parts[2], parts[3], parts[4], parts[5])
              .toInstant(ZoneOffset.UTC));
    } catch (DateTimeException e) {
      return Optional.empty();
    }
  }
}
