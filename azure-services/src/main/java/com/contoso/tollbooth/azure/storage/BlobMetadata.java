package com.contoso.tollbooth.azure.storage;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a booth says of a photo, as blob metadata: names are C# identifiers and values are ASCII, so
 * a value is percent-encoded if it has anything else in it.
 */
final class BlobMetadata {
  private BlobMetadata() {}

  static Map<String, String> write(Map<String, String> metadata) {
    var written = new HashMap<String, String>();
    metadata.forEach((name, value) -> written.put(name(name), encoded(value)));
    return written;
  }

  /** Without the entry {@code own}, which is this host's. */
  static Map<String, String> read(@Nullable Map<String, String> metadata, String own) {
    if (metadata == null) {
      return Map.of();
    }
    var read = new HashMap<String, String>();
    metadata.forEach((name, value) -> read.put(name.toLowerCase(Locale.ROOT), decoded(value)));
    read.remove(own);
    return read;
  }

  private static String name(String name) {
    String safe = name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9_]", "_");
    return Character.isDigit(safe.charAt(0)) ? "_" + safe : safe;
  }

  private static String encoded(String value) {
    boolean plain = value.chars().allMatch(c -> c > ' ' - 1 && c < 127 && c != '%');
    return plain && value.equals(value.strip())
        ? value
        : URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** A value that some booth wrote with a stray percent sign is kept as it is. */
  private static String decoded(String value) {
    if (value.indexOf('%') < 0) {
      return value;
    }
    try {
      return URLDecoder.decode(value.replace("+", "%2B"), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return value;
    }
  }
}
