package com.contoso.tollbooth.api;

import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** What of the overview only the host can tell. */
public interface HostStatus {
  /** How many photos are being read now; 0 where nobody counts. */
  long photosInOcr();

  /** When OCR is tried again, while it is down. */
  Optional<Instant> ocrDownUntil();

  /** Where the photos lie, for people to read. */
  String photosFolder();

  /** How far the booth simulator is, in its own words; {@code null} on a host without one. */
  @Nullable JsonNode simulator();
}
