package com.contoso.tollbooth.azure.vault;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.contoso.tollbooth.usage.AccessKey;
import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.retrieve.AccessKeys;
import com.contoso.tollbooth.usage.retrieve.ResolvedKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads a key's secret each time it is needed, so that a rotated key counts at once; by the one
 * request that takes, as the managed identity. A key that lies in the database itself is refused.
 */
public final class VaultAccessKeys implements AccessKeys {
  private static final Pattern REFERENCE =
      Pattern.compile("@Microsoft\\.KeyVault\\(SecretUri=(https://[^)]+)\\)");
  private static final Pattern PATH =
      Pattern.compile("/secrets/[0-9A-Za-z-]{1,127}(/[0-9a-f]{32})?/?");
  private static final Duration PATIENCE = Duration.ofSeconds(10);

  private final TokenCredential credential;
  private final VaultSettings settings;
  private final HttpClient client = HttpClient.newBuilder().connectTimeout(PATIENCE).build();

  public VaultAccessKeys(TokenCredential credential, VaultSettings settings) {
    this.credential = credential;
    this.settings = settings;
  }

  @Override
  public ResolvedKey resolve(Enrollment enrollment) {
    return switch (enrollment.accessKey()) {
      case AccessKey.Reference(var text) -> secret(enrollment, address(enrollment, text));
      case AccessKey.Plain plain ->
          throw fault(enrollment, "must be a reference to a secret in Key Vault", null);
    };
  }

  private URI address(Enrollment enrollment, String text) {
    Matcher reference = REFERENCE.matcher(text);
    URI address = URI.create(reference.matches() ? reference.group(1) : text);
    boolean trusted =
        "https".equals(address.getScheme())
            && address.getHost() != null
            && address.getHost().endsWith(settings.host())
            && PATH.matcher(address.getPath()).matches();
    if (!trusted) {
      throw fault(enrollment, "names no secret of a vault that is trusted", null);
    }
    return address;
  }

  private ResolvedKey secret(Enrollment enrollment, URI address) {
    String scope = "https://" + settings.host().replaceFirst("^\\.", "") + "/.default";
    String token = credential.getTokenSync(new TokenRequestContext().addScopes(scope)).getToken();
    var request =
        HttpRequest.newBuilder(URI.create(address + "?api-version=7.4"))
            .timeout(PATIENCE)
            .header("Authorization", "Bearer " + token)
            .build();
    try {
      HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
      if (answer.statusCode() != 200) {
        throw fault(enrollment, "is not to be had: Key Vault says " + answer.statusCode(), null);
      }
      return key(JsonMapper.shared().readTree(answer.body()));
    } catch (IOException e) {
      throw fault(enrollment, "is not to be had: Key Vault does not answer", e);
    } catch (JacksonException e) {
      throw fault(enrollment, "is not to be had: Key Vault's answer is no JSON", null);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw fault(enrollment, "was waited for in vain", e);
    }
  }

  private static ResolvedKey key(JsonNode secret) {
    JsonNode expires = secret.path("attributes").path("exp");
    return new ResolvedKey(
        secret.path("value").asString(),
        expires.isNumber() ? Instant.ofEpochSecond(expires.longValue()) : null);
  }

  private static IllegalStateException fault(
      Enrollment enrollment, String what, @Nullable Exception cause) {
    return new IllegalStateException(
        "the key of enrollment " + enrollment.number() + " " + what, cause);
  }
}
