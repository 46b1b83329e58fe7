package com.contoso.tollbooth.azure.vault;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.contoso.tollbooth.azure.testkit.VaultEmulator;
import com.contoso.tollbooth.usage.AccessKey;
import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.retrieve.ResolvedKey;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.core.publisher.Mono;

class VaultAccessKeysTests {
  private static final Instant EXPIRES = Instant.parse("2026-09-01T00:00:00Z");

  private final VaultEmulator vault = new VaultEmulator();
  private final List<String> scopes = new ArrayList<>();
  private final TokenCredential credential =
      request -> {
        scopes.addAll(request.getScopes());
        return Mono.just(new AccessToken("a-token", OffsetDateTime.MAX));
      };
  private final VaultAccessKeys keys =
      new VaultAccessKeys(credential, new VaultSettings("127.0.0.1"));

  @AfterEach
  void close() {
    vault.close();
  }

  @Test
  void readsTheSecretWithItsExpiry() {
    vault.put("ea-100", "eyJ.secret", EXPIRES);
    var expected = new ResolvedKey("eyJ.secret", EXPIRES);

    assertThat(keys.resolve(of(vault.secret("ea-100")))).isEqualTo(expected);
    assertThat(keys.resolve(of("@Microsoft.KeyVault(SecretUri=" + vault.secret("ea-100") + ")")))
        .isEqualTo(expected);
  }

  @Test
  void readsTheSecretAnewEachTime() {
    vault.put("ea-100", "old", null);
    assertThat(keys.resolve(of(vault.secret("ea-100"))).secret()).isEqualTo("old");

    vault.put("ea-100", "new", null);

    assertThat(keys.resolve(of(vault.secret("ea-100")))).isEqualTo(new ResolvedKey("new", null));
  }

  @Test
  void namesTheEnrollmentWhoseSecretIsMissing() {
    assertThatThrownBy(() -> keys.resolve(of(vault.secret("ea-100"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("the key of enrollment 100 is not to be had: Key Vault says 404");
  }

  @Test
  void showsItsTokenToNoOtherServer() {
    var strict = new VaultAccessKeys(credential, new VaultSettings(".vault.azure.net"));

    for (String address :
        List.of(
            vault.secret("ea-100"),
            "https://evil.example/secrets/a?x=.vault.azure.net",
            "https://v.vault.azure.net.evil.example/secrets/a",
            "https://v.vault.azure.net/keys/a")) {
      assertThatThrownBy(() -> strict.resolve(of(address)))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("no secret of a vault that is trusted");
    }
    assertThat(scopes).isEmpty();
  }

  @Test
  void refusesAKeyThatLiesInTheDatabase() {
    assertThatThrownBy(() -> keys.resolve(enrollment(new AccessKey.Plain("eyJ.secret"))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("enrollment 100")
        .hasMessageNotContaining("eyJ");
  }

  private static Enrollment of(String reference) {
    return enrollment(new AccessKey.Reference(reference));
  }

  private static Enrollment enrollment(AccessKey key) {
    return new Enrollment(
        new EnrollmentNumber("100"),
        "",
        key,
        Enrollment.ReportSource.LEGACY_EA,
        true,
        false,
        Map.of());
  }
}
