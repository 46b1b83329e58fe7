package com.contoso.tollbooth.plate;

import java.time.Instant;
import java.util.Map;

/**
 * A photo has arrived whole in the photo store.
 *
 * @param bytes its size
 * @param metadata what the booth said of it, for example {@link #CAPTURED_AT}; may be empty
 */
public record PhotoUploaded(
    PhotoPath path, ContentTag tag, long bytes, Instant uploadedAt, Map<String, String> metadata) {

  /** Metadata name of the capture time: an ISO-8601 instant. */
  public static final String CAPTURED_AT = "capturedat";

  public static final String TYPE = "TollBooth.PhotoUploaded";

  public PhotoUploaded {
    metadata = Map.copyOf(metadata);
  }

  public PassageId passage() {
    return PassageId.of(path, tag);
  }
}
