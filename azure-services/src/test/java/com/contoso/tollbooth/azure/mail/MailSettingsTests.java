package com.contoso.tollbooth.azure.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contoso.tollbooth.azure.mail.MailSettings.Starttls;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.MapConfigurationPropertySource;

class MailSettingsTests {
  private final Map<String, String> properties =
      new HashMap<>(
          Map.of(
              "tollbooth.mail.host", "smtp.office365.com",
              "tollbooth.mail.from", "tollbooth@contoso.com",
              "tollbooth.mail.to", "desk@contoso.com,lead@contoso.com"));

  @Test
  void fillsInWhatIsNotSaid() {
    MailSettings settings = bind();

    assertThat(settings.port()).isEqualTo(587);
    assertThat(settings.to()).containsExactly("desk@contoso.com", "lead@contoso.com");
    assertThat(settings.starttls()).isEqualTo(Starttls.REQUIRED);
    assertThat(settings.connectTimeout()).isEqualTo(Duration.ofSeconds(10));
    assertThat(settings.readTimeout()).isEqualTo(Duration.ofSeconds(20));
    assertThat(settings.signIn()).isEqualTo(new SignIn.None());
  }

  @Test
  void signsInByAccessTokenIfThereIsAUserOnly() {
    set("user", "tollbooth@contoso.com");
    set("password", "");
    assertThat(bind().signIn())
        .isEqualTo(
            new SignIn.AccessToken(
                "tollbooth@contoso.com", "https://outlook.office365.com/.default"));

    set("oauth-scope", "https://mail.example/.default");
    assertThat(bind().signIn())
        .isEqualTo(
            new SignIn.AccessToken("tollbooth@contoso.com", "https://mail.example/.default"));
  }

  @Test
  void signsInByPasswordAndDoesNotShowIt() {
    set("user", "tollbooth@contoso.com");
    set("password", "pass-word");

    assertThat(bind().signIn())
        .isEqualTo(new SignIn.Password("tollbooth@contoso.com", "pass-word"));
    assertThat(bind().toString())
        .contains("smtp.office365.com:587")
        .contains("tollbooth@contoso.com")
        .doesNotContain("pass-word");
  }

  @ParameterizedTest
  @CsvSource({
    "host, '', tollbooth.mail.host is missing: name the SMTP server",
    "from, '', tollbooth.mail.from is missing: name the sender's address",
    "from, nobody, tollbooth.mail.from must be one mail address",
    "to, '', tollbooth.mail.to is missing: name customer service's addresses",
    "to, 'desk@contoso.com,nobody', tollbooth.mail.to must be mail addresses",
    "port, 0, tollbooth.mail.port must lie between 1 and 65535",
    "password, pass-word, tollbooth.mail.user is missing: there is a password for it",
    "oauth-scope, any, tollbooth.mail.user is missing: there is an oauth-scope for it",
    "connect-timeout, 0s, tollbooth.mail.connect-timeout must be positive",
    "read-timeout, -1s, tollbooth.mail.read-timeout must be positive",
  })
  void namesTheSettingThatIsWrong(String name, String value, String sentence) {
    set(name, value);

    assertThatThrownBy(this::bind).rootCause().hasMessage(sentence);
  }

  @ParameterizedTest
  @CsvSource({
    "host, tollbooth.mail.host is missing: name the SMTP server",
    "from, tollbooth.mail.from is missing: name the sender's address",
    "to, tollbooth.mail.to is missing: name customer service's addresses",
  })
  void namesTheSettingThatIsMissing(String name, String sentence) {
    properties.remove("tollbooth.mail." + name);

    assertThatThrownBy(this::bind).rootCause().hasMessage(sentence);
  }

  @Test
  void wantsOneKindOfSignIn() {
    set("user", "tollbooth@contoso.com");
    set("password", "pass-word");
    set("oauth-scope", "any");

    assertThatThrownBy(this::bind)
        .rootCause()
        .hasMessage(
            "tollbooth.mail.password and tollbooth.mail.oauth-scope exclude each other: give one"
                + " of them");
  }

  @Test
  void sendsNoSecretInClearText() {
    set("user", "tollbooth@contoso.com");
    set("starttls", "none");

    assertThatThrownBy(this::bind)
        .rootCause()
        .hasMessageStartingWith("tollbooth.mail.starttls must be REQUIRED if a user signs in");
  }

  private void set(String name, String value) {
    properties.put("tollbooth.mail." + name, value);
  }

  private MailSettings bind() {
    return new Binder(new MapConfigurationPropertySource(properties))
        .bind("tollbooth.mail", MailSettings.class)
        .get();
  }
}
