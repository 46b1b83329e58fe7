package com.contoso.tollbooth.plate;

import java.time.Instant;

/** When the vehicle passed, and how that is known. */
public record CapturedAt(Instant at, Source source) {

  /** Where the time came from, most trusted first. */
  public enum Source {
    METADATA,
    EXIF,
    NAME,
    UPLOAD
  }
}
