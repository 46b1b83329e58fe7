package com.contoso.tollbooth.azure.testkit;

import com.sun.net.httpserver.HttpExchange;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import tools.jackson.databind.json.JsonMapper;

/**
 * The managed identity of a function app, as App Service documents it: {@code GET
 * $IDENTITY_ENDPOINT?resource=…&api-version=2019-08-01&client_id=…} with the header {@code
 * X-IDENTITY-HEADER}; 401 without that header.
 */
public final class IdentityEmulator extends Emulator {
  public static final String HEADER = "identity-header";
  public static final String CLIENT_ID = "6b1d0b5e-0000-4000-8000-000000000001";

  /** What every service is shown, whatever it is for. */
  public static final String TOKEN = "a-token-of-the-managed-identity";

  private final AtomicInteger issued = new AtomicInteger();

  /** For the environment variable {@code IDENTITY_ENDPOINT}. */
  public String endpoint() {
    return address() + "/msi/token";
  }

  public int issued() {
    return issued.get();
  }

  @Override
  protected Answer respond(HttpExchange exchange, byte[] body) {
    Map<String, String> query =
        Arrays.stream(exchange.getRequestURI().getQuery().split("&", -1))
            .map(pair -> pair.split("=", 2))
            .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
    if (!HEADER.equals(exchange.getRequestHeaders().getFirst("X-IDENTITY-HEADER"))) {
      return new Answer(401, Map.of(), "");
    }
    if (!"2019-08-01".equals(query.get("api-version")) || !query.containsKey("resource")) {
      return new Answer(400, Map.of(), "");
    }
    issued.incrementAndGet();
    return new Answer(
        200,
        Map.of("Content-Type", "application/json"),
        JsonMapper.shared()
            .writeValueAsString(
                Map.of(
                    "access_token",
                    TOKEN,
                    "expires_on",
                    Long.toString(Instant.now().plusSeconds(7200).getEpochSecond()),
                    "resource",
                    query.get("resource"),
                    "token_type",
                    "Bearer",
                    "client_id",
                    query.getOrDefault("client_id", CLIENT_ID))));
  }
}
