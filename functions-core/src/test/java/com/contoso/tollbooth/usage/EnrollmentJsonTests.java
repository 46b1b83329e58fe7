package com.contoso.tollbooth.usage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import org.junit.jupiter.api.Test;

class EnrollmentJsonTests {
  private static final String DOCUMENT =
      """
      {"enrollmentNumber": "100123", "description": "Contoso retail", "accessKey": "eyJ.secret.x",
       "detailedEnabled": "true", "summaryEnabled": "False", "source": "legacy-ea",
       "owner": {"team": "tolls"}}
      """;

  @Test
  void readsTheDocumentOfThePrototype() {
    Enrollment enrollment = EnrollmentJson.parse(DOCUMENT);

    assertThat(enrollment)
        .isEqualTo(
            new Enrollment(
                new EnrollmentNumber("100123"),
                "Contoso retail",
                new AccessKey.Plain("eyJ.secret.x"),
                Enrollment.ReportSource.LEGACY_EA,
                true,
                false,
                Map.of("owner", Map.of("team", "tolls"))));
  }

  @Test
  void givesBackEveryElement() {
    Enrollment enrollment = EnrollmentJson.parse(DOCUMENT);

    assertThat(EnrollmentJson.of(EnrollmentJson.document(enrollment))).isEqualTo(enrollment);
    assertThat(EnrollmentJson.document(enrollment))
        .containsEntry("detailedEnabled", "true")
        .containsEntry("owner", Map.of("team", "tolls"));
  }

  @Test
  void tellsAReferenceFromAKey() {
    assertThat(key("@Microsoft.KeyVault(SecretUri=https://v.vault.azure.net/secrets/ea)"))
        .isInstanceOf(AccessKey.Reference.class);
    assertThat(key("https://v.vault.azure.net/secrets/ea")).isInstanceOf(AccessKey.Reference.class);
  }

  @Test
  void showsNoKey() {
    assertThat(EnrollmentJson.parse(DOCUMENT).toString()).doesNotContain("secret");
    assertThatThrownBy(() -> EnrollmentJson.parse("{\"accessKey\": \"eyJ.secret.x\", "))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("an enrollment is a JSON object");
  }

  @Test
  void namesTheElementThatIsWrong() {
    assertThatThrownBy(() -> EnrollmentJson.parse("{\"description\": \"no number\"}"))
        .hasMessageContaining("enrollmentNumber");
    assertThatThrownBy(() -> EnrollmentJson.parse(DOCUMENT.replace("\"true\"", "\"perhaps\"")))
        .hasMessageContaining("detailedEnabled")
        .hasMessageContaining("perhaps");
    assertThatThrownBy(() -> EnrollmentJson.parse(DOCUMENT.replace("legacy-ea", "fax")))
        .hasMessageContaining("fax");
  }

  private static AccessKey key(String key) {
    return EnrollmentJson.parse("{\"enrollmentNumber\": \"1\", \"accessKey\": \"" + key + "\"}")
        .accessKey();
  }
}
