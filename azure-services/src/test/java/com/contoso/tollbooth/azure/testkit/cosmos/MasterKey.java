package com.contoso.tollbooth.azure.testkit.cosmos;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The account's key, and the signature that every request must carry.
 *
 * @see <a
 *     href="https://learn.microsoft.com/rest/api/cosmos-db/access-control-on-cosmosdb-resources">
 *     Access control in the Azure Cosmos DB SQL API</a>
 */
final class MasterKey {
  private final byte[] secret = new byte[64];
  private volatile String trusted;

  MasterKey() {
    new SecureRandom().nextBytes(secret);
  }

  /** Lets an identity in that shows this Microsoft Entra token. */
  void trust(String token) {
    trusted = token;
  }

  String base64() {
    return Base64.getEncoder().encodeToString(secret);
  }

  void verify(GatewayRequest request) {
    String authorization =
        request
            .header("authorization")
            .map(value -> URLDecoder.decode(value, StandardCharsets.UTF_8))
            .orElse("");
    String link = request.resourceLink();
    String resourceId = link.substring(link.lastIndexOf('/') + 1).toLowerCase(Locale.ROOT);
    if (trusted != null && same("type=aad&ver=1.0&sig=" + trusted, authorization)) {
      return;
    }
    boolean signed =
        List.of(link, resourceId).stream()
            .map(named -> "type=master&ver=1.0&sig=" + signature(request, named))
            .anyMatch(expected -> same(expected, authorization));
    if (!signed) {
      throw new CosmosFailure(
          401, 0, "The input authorization token can't serve the request: the signatures differ");
    }
  }

  private String signature(GatewayRequest request, String link) {
    String signed =
        String.join(
            "\n",
            request.method().toLowerCase(Locale.ROOT),
            request.resourceType(),
            link,
            request.header("x-ms-date").orElse("").toLowerCase(Locale.ROOT),
            request.header("date").orElse("").toLowerCase(Locale.ROOT),
            "");
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret, "HmacSHA256"));
      return Base64.getEncoder()
          .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static boolean same(String expected, String actual) {
    return MessageDigest.isEqual(
        expected.getBytes(StandardCharsets.UTF_8), actual.getBytes(StandardCharsets.UTF_8));
  }
}
