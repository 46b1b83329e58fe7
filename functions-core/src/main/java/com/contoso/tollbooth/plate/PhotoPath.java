package com.contoso.tollbooth.plate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;

/**
 * Where a photo lies in the photo store: {@code {boothId}/{folders…}/{name}}, relative, separated
 * by {@code /}.
 *
 * <p>It never climbs: a segment is not empty, not {@code .} and not {@code ..}, holds no backslash
 * and no control character, and is at most 255 bytes of UTF-8 (the limit of the usual file
 * systems).
 */
public record PhotoPath(@JsonValue String value) {
  private static final int MAX_SEGMENT_BYTES = 255;

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PhotoPath {
    String[] segments = value.split("/", -1);
    if (segments.length < 2) {
      throw new IllegalArgumentException("a photo path is {boothId}/{name}, with folders between");
    }
    for (String segment : segments) {
      if (segment.isEmpty() || segment.equals(".") || segment.equals("..")) {
        throw new IllegalArgumentException("a photo path has no empty, '.' or '..' segment");
      }
      if (segment.chars().anyMatch(c -> c == '\\' || Character.isISOControl(c))) {
        throw new IllegalArgumentException("a photo path has no backslash or control character");
      }
      if (segment.getBytes(StandardCharsets.UTF_8).length > MAX_SEGMENT_BYTES) {
        throw new IllegalArgumentException("a segment of a photo path is at most 255 bytes");
      }
    }
    var unused = new BoothId(segments[0]);
  }

  /** The booth that took the photo: the first segment. */
  public BoothId booth() {
    return new BoothId(value.substring(0, value.indexOf('/')));
  }

  /** The file's own name: the last segment. */
  public String name() {
    return value.substring(value.lastIndexOf('/') + 1);
  }

  @Override
  public String toString() {
    return value;
  }
}
