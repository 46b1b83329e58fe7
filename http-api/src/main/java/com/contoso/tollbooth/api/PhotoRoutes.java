package com.contoso.tollbooth.api;

import com.contoso.tollbooth.plate.PhotoPath;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.recognition.PhotoUpload;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Booths upload here. */
record PhotoRoutes(Function<PhotoUpload, PhotoUploaded> uploadPhoto) implements Routes {
  private static final String CAPTURED_AT = "x-captured-at";
  private static final String METADATA = "x-photo-";
  private static final int MAX_METADATA_VALUE = 1024;

  @Override
  public List<Route> routes() {
    return List.of(Route.put("/api/photos/{boothId}/{name}", this::upload));
  }

  /**
   * The body streams into the store; its name is kept, so the same upload again is no second one.
   */
  private ApiAnswer upload(Call call) {
    var path = new PhotoPath(call.variable("boothId") + "/" + call.variable("name"));
    Map<String, String> metadata = metadata(call.request().headers());
    PhotoUploaded photo = uploadPhoto.apply(new PhotoUpload(path, call.request().body(), metadata));
    return ApiAnswer.json(
        201, new Uploaded(photo.passage().value(), photo.path().value(), photo.tag().value()));
  }

  private static Map<String, String> metadata(Map<String, String> headers) {
    var metadata = new HashMap<String, String>();
    headers.forEach(
        (name, value) -> {
          if (name.equals(CAPTURED_AT)) {
            metadata.put(PhotoUploaded.CAPTURED_AT, instant(value));
          } else if (name.startsWith(METADATA) && value.length() <= MAX_METADATA_VALUE) {
            metadata.put(name.substring(METADATA.length()), value);
          }
        });
    return metadata;
  }

  private static String instant(String value) {
    try {
      return Instant.parse(value).toString();
    } catch (DateTimeParseException e) {
      throw new IllegalArgumentException(
          "X-Captured-At is an ISO-8601 instant in UTC, such as 2026-11-21T14:30:05Z", e);
    }
  }

  record Uploaded(String passageId, String photoPath, String contentTag) {}
}
