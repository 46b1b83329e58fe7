package com.contoso.tollbooth.sources;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contoso.tollbooth.usage.AccessKey;
import com.contoso.tollbooth.usage.Enrollment;
import com.contoso.tollbooth.usage.Enrollment.ReportSource;
import com.contoso.tollbooth.usage.EnrollmentNumber;
import com.contoso.tollbooth.usage.retrieve.ResolvedKey;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PlainAccessKeysTests {
  private static ResolvedKey resolve(AccessKey key) {
    var number = new EnrollmentNumber("100");
    var enrollment = new Enrollment(number, "", key, ReportSource.LEGACY_EA, true, false, Map.of());
    return new PlainAccessKeys().resolve(enrollment);
  }

  private static String token(String payload) {
    byte[] bytes = payload.getBytes(StandardCharsets.UTF_8);
    return "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes) + ".c2ln";
  }

  @Test
  void aTokenTellsWhenItExpires() {
    ResolvedKey key = resolve(new AccessKey.Plain(token("{\"exp\":1770000000}")));
    assertThat(key.expires()).isEqualTo(Instant.ofEpochSecond(1770000000));
    assertThat(key.toString()).doesNotContain(key.secret());
  }

  @ParameterizedTest
  @ValueSource(strings = {"plain", "a.b.c", "a.!.c", "..", "{}", "[]", "{\"exp\":\"soon\"}"})
  void whatIsNoTokenExpiresNobodyKnowsWhen(String text) {
    assertThat(resolve(new AccessKey.Plain(text)).expires()).isNull();
    assertThat(resolve(new AccessKey.Plain(token(text))).expires()).isNull();
  }

  @Test
  void aReferenceNeedsAKeyVault() {
    assertThatThrownBy(() -> resolve(new AccessKey.Reference("https://vault/secrets/ea-100")))
        .hasMessageContaining("100")
        .hasMessageContaining("no key vault here");
  }
}
