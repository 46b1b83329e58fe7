package com.contoso.tollbooth.azure.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.contoso.tollbooth.azure.mail.SmtpReceiver.Received;
import com.contoso.tollbooth.billing.Notices;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailSendException;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.auth.EasyAuthenticationHandlerFactory;
import org.subethamail.smtp.auth.LoginFailedException;
import reactor.core.publisher.Mono;

class SmtpSignInTests extends SmtpTestbed {
  @Test
  void asksForAFreshTokenForEachConnection() {
    Notices notices = notices();
    notices.send(NOTICE);
    tokens.accept(USER, "renewed");
    token = "renewed";
    notices.send(NOTICE);

    assertThat(server.received()).hasSize(2);
    assertThat(scopes).hasSize(2);
  }

  @Test
  void saysThatTheTokenWasRefusedWithoutTellingIt() {
    token = "expired-token";

    Throwable thrown = catchThrowable(() -> notices().send(NOTICE));

    assertThat(thrown)
        .isInstanceOf(MailAuthenticationException.class)
        .hasMessageContaining("sign-in was refused (535 5.7.3)")
        .hasMessageContaining("access token is expired")
        .hasMessageContaining(USER);
    assertKeepsSecrets(thrown);
    assertThat(server.received()).isEmpty();
  }

  @Test
  void repeatsAfterTheSignInWasPutOff() {
    tokens.busy(new RejectException(454, "4.7.0 Temporary authentication failure"));
    Throwable thrown = catchThrowable(() -> notices().send(NOTICE));
    tokens.busy(null);
    notices().send(NOTICE);

    assertThat(thrown)
        .isInstanceOf(MailSendException.class)
        .hasMessageContaining("for now (454 4.7.0)");
    assertKeepsSecrets(thrown);
    assertThat(server.received()).hasSize(1);
  }

  @Test
  void throwsIfTheConnectionDropsDuringTheSignIn() {
    tokens.busy(new DropConnectionException(421, "4.4.2 closing"));

    Throwable thrown = catchThrowable(() -> notices().send(NOTICE));

    assertThat(thrown).isInstanceOf(MailSendException.class);
    assertKeepsSecrets(thrown);
  }

  @Test
  void signsInByPassword() {
    var passwords =
        new EasyAuthenticationHandlerFactory(
            (user, password, context) -> {
              if (!password.equals("pass-word")) {
                throw new LoginFailedException();
              }
            });
    try (SmtpReceiver other = SmtpReceiver.encrypted(passwords)) {
      notices(password(other.port(), "pass-word")).send(NOTICE);
      Throwable thrown =
          catchThrowable(() -> notices(password(other.port(), "wrong-word")).send(NOTICE));

      assertThat(other.received()).extracting(Received::identity).containsExactly(USER);
      assertThat(thrown)
          .isInstanceOf(MailAuthenticationException.class)
          .hasMessageContaining("user or password is wrong")
          .hasMessageNotContaining("wrong-word");
      assertThat(scopes).isEmpty();
    }
  }

  @Test
  void saysSoIfTheServerKnowsNoSuchSignIn() {
    var passwords = new EasyAuthenticationHandlerFactory((user, password, context) -> {});
    try (SmtpReceiver other = SmtpReceiver.encrypted(passwords)) {
      Throwable thrown =
          catchThrowable(() -> notices(settings("127.0.0.1", other.port())).send(NOTICE));

      assertThat(thrown)
          .isInstanceOf(MailException.class)
          .hasMessageContaining("does not know this kind of sign-in");
      assertKeepsSecrets(thrown);
    }
  }

  @Test
  void sendsNothingWithoutAToken() {
    var notices =
        new SmtpNotices(
            settings("127.0.0.1", server.port()),
            request -> Mono.error(new IllegalStateException("no identity here")),
            () -> NOW);

    assertThatThrownBy(() -> notices.send(NOTICE)).hasMessageContaining("no identity here");
    assertThat(server.texts()).isEmpty();
  }
}
