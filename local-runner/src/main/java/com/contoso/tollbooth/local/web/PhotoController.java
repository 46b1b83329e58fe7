package com.contoso.tollbooth.local.web;

import com.contoso.tollbooth.plate.PhotoPath;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.recognition.PhotoUpload;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Collections;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Booths upload here. */
@RestController
class PhotoController {
  private static final String CAPTURED_AT = "x-captured-at";
  private static final String METADATA = "x-photo-";
  private static final int MAX_METADATA_VALUE = 1024;

  private final Function<PhotoUpload, PhotoUploaded> uploadPhoto;

  PhotoController(Function<PhotoUpload, PhotoUploaded> uploadPhoto) {
    this.uploadPhoto = uploadPhoto;
  }

  /**
   * The body streams into the store; its name is kept, so the same upload again is no second one.
   */
  @PutMapping("/api/photos/{boothId}/{name}")
  @ResponseStatus(HttpStatus.CREATED)
  Uploaded upload(
      @PathVariable String boothId, @PathVariable String name, HttpServletRequest request)
      throws IOException {
    var upload =
        new PhotoUpload(
            new PhotoPath(boothId + "/" + name), request.getInputStream(), metadata(request));
    PhotoUploaded photo = uploadPhoto.apply(upload);
    return new Uploaded(photo.passage().value(), photo.path().value(), photo.tag().value());
  }

  private static Map<String, String> metadata(HttpServletRequest request) {
    var metadata = new HashMap<String, String>();
    for (String header : Collections.list(request.getHeaderNames())) {
      String name = header.toLowerCase(Locale.ROOT);
      String value = request.getHeader(header);
      if (name.equals(CAPTURED_AT)) {
        metadata.put(PhotoUploaded.CAPTURED_AT, instant(value));
      } else if (name.startsWith(METADATA) && value.length() <= MAX_METADATA_VALUE) {
        metadata.put(name.substring(METADATA.length()), value);
      }
    }
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
