package com.contoso.tollbooth.plate;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.regex.Pattern;

/**
 * Names one passage: 32 hexadecimal digits, the first 128 bits of the SHA-256 of photo path and
 * content tag. The same upload has the same id however often it is delivered.
 */
public record PassageId(@JsonValue String value) implements Comparable<PassageId> {
  private static final Pattern SHAPE = Pattern.compile("[0-9a-f]{32}");

  @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
  public PassageId {
    if (!SHAPE.matcher(value).matches()) {
      throw new IllegalArgumentException("a passage id is 32 lower-case hexadecimal digits");
    }
  }

  /** The id of the upload of these bytes to this path. */
  public static PassageId of(PhotoPath path, ContentTag tag) {
    try {
      MessageDigest digest = MessageDigest.getInstance("SHA-256");
      digest.update(path.value().getBytes(StandardCharsets.UTF_8));
      digest.update((byte) 0);
      digest.update(tag.value().getBytes(StandardCharsets.UTF_8));
      return new PassageId(HexFormat.of().formatHex(digest.digest(), 0, 16));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }

  @Override
  public int compareTo(PassageId other) {
    return value.compareTo(other.value);
  }

  @Override
  public String toString() {
    return value;
  }
}
