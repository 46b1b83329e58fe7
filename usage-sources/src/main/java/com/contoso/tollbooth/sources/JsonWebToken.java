package com.contoso.tollbooth.sources;

import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Reads what a token says of itself. Whether that is true is for the source to check. */
final class JsonWebToken {
  private static final JsonMapper JSON = new JsonMapper();

  private JsonWebToken() {}

  /** When the token expires; {@code null} if it is no token, or does not say. */
  static @Nullable Instant expiry(String token) {
    String[] parts = token.split("\\.", -1);
    if (parts.length != 3) {
      return null;
    }
    try {
      byte[] payload = Base64.getUrlDecoder().decode(parts[1]);
      JsonNode expires = JSON.readTree(new String(payload, StandardCharsets.UTF_8)).path("exp");
      return expires.isNumber() ? Instant.ofEpochSecond(expires.asLong()) : null;
    } catch (IllegalArgumentException | JacksonException | DateTimeException e) {
      return null;
    }
  }
}
