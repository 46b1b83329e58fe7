package com.contoso.tollbooth.azure.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.contoso.tollbooth.azure.mail.MailSettings.Starttls;
import com.contoso.tollbooth.azure.testkit.Certificates;
import com.contoso.tollbooth.billing.Notice;
import com.contoso.tollbooth.billing.Notices;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import org.assertj.core.util.Throwables;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import reactor.core.publisher.Mono;

/** A mailbox user, a notice, and the server that takes it by access token over TLS. */
abstract class SmtpTestbed {
  static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  static final String USER = "tollbooth@contoso.com";
  static final String TOKEN = "eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.secret.signature";
  static final Notice NOTICE =
      new Notice(
          "NO_DATA-begins-2026-03-01T10:00:00Z",
          "TollBooth: no plates to export",
          "The export found nothing – naïve, but true.\n\n.\nABC-1234\n\nTollBooth\n");

  final XOAuth2 tokens = new XOAuth2();
  final List<String> scopes = new ArrayList<>();
  String token = TOKEN;
  SmtpReceiver server;

  @BeforeEach
  void open() {
    tokens.accept(USER, TOKEN);
    server = SmtpReceiver.encrypted(tokens);
  }

  @AfterEach
  void close() {
    server.close();
  }

  static void assertKeepsSecrets(Throwable thrown) {
    assertThat(Throwables.getStackTrace(thrown))
        .doesNotContain(TOKEN, "expired-token", "Bearer", "ABC-1234")
        .doesNotContain("dXNlcj0"); // the Base64 of "user="
  }

  Notices notices() {
    return notices(settings("127.0.0.1", server.port()));
  }

  Notices notices(MailSettings settings) {
    Certificates.trusted();
    TokenCredential credential =
        request -> {
          scopes.addAll(request.getScopes());
          return Mono.just(new AccessToken(token, OffsetDateTime.MAX));
        };
    return new SmtpNotices(settings, credential, () -> NOW);
  }

  static MailSettings settings(String host, int port) {
    return settings(host, port, null, Duration.ofSeconds(20));
  }

  static MailSettings impatient(int port) {
    return settings("127.0.0.1", port, null, Duration.ofMillis(300));
  }

  static MailSettings password(int port, String password) {
    return settings("127.0.0.1", port, password, Duration.ofSeconds(20));
  }

  static MailSettings settings(String host, int port, String password, Duration readTimeout) {
    return new MailSettings(
        host,
        port,
        USER,
        password,
        USER,
        List.of("desk@contoso.com", "lead@contoso.com"),
        null,
        Starttls.REQUIRED,
        Duration.ofSeconds(10),
        readTimeout);
  }
}
