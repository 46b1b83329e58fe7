package com.contoso.tollbooth.azure.testkit;

import com.sun.net.httpserver.HttpExchange;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/**
 * Key Vault's {@code GET /secrets/{name}?api-version=7.4}, as documented: 401 without a token, 400
 * without a version, 404 {@code SecretNotFound}.
 */
public final class VaultEmulator extends Emulator {
  private final Map<String, Map<String, Object>> secrets = new ConcurrentHashMap<>();

  public void put(String name, String value, @Nullable Instant expires) {
    secrets.put(
        name,
        Map.of(
            "value",
            value,
            "id",
            address() + "/secrets/" + name + "/4387e9f3d6e14c459867679a90fd0f79",
            "attributes",
            expires == null
                ? Map.of("enabled", true)
                : Map.of("enabled", true, "exp", expires.getEpochSecond())));
  }

  /** The address of a secret. */
  public String secret(String name) {
    return address() + "/secrets/" + name;
  }

  @Override
  protected Answer respond(HttpExchange exchange, byte[] body) {
    String token = exchange.getRequestHeaders().getFirst("Authorization");
    String query = exchange.getRequestURI().getQuery();
    if (token == null || !token.startsWith("Bearer ")) {
      return new Answer(401, Map.of(), "");
    }
    if (query == null || !query.contains("api-version=7.4")) {
      return new Answer(400, Map.of(), "");
    }
    String[] path = exchange.getRequestURI().getPath().split("/", -1);
    Map<String, Object> secret = path.length > 2 ? secrets.get(path[2]) : null;
    return secret == null
        ? new Answer(404, Map.of(), "{\"error\":{\"code\":\"SecretNotFound\"}}")
        : new Answer(
            200,
            Map.of("Content-Type", "application/json"),
            JsonMapper.shared().writeValueAsString(secret));
  }
}
