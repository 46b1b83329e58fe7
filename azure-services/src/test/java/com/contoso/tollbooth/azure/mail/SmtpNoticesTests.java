package com.contoso.tollbooth.azure.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assumptions.assumeThatCode;

import com.contoso.tollbooth.azure.mail.SmtpReceiver.Received;
import com.contoso.tollbooth.azure.mail.SmtpReceiver.Step;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.mail.MailSendException;
import org.subethamail.smtp.DropConnectionException;
import org.subethamail.smtp.RejectException;

class SmtpNoticesTests extends SmtpTestbed {
  @Test
  void deliversOneMailOverAnEncryptedConnectionByAccessToken() throws Exception {
    notices().send(NOTICE);

    assertThat(server.received())
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.encrypted()).isTrue();
              assertThat(mail.identity()).isEqualTo(USER);
              assertThat(mail.sender()).isEqualTo(USER);
              assertThat(mail.receivers()).containsExactly("desk@contoso.com", "lead@contoso.com");
            });
    MimeMessage message = server.received().getFirst().message();
    assertThat(message.getFrom()).extracting(Object::toString).containsExactly(USER);
    assertThat(message.getAllRecipients())
        .extracting(Object::toString)
        .containsExactly("desk@contoso.com", "lead@contoso.com");
    assertThat(message.getSubject()).isEqualTo(NOTICE.subject());
    assertThat(message.getSentDate()).isEqualTo(Date.from(NOW));
    assertThat(message.getHeader("Message-ID"))
        .containsExactly("<NO_DATA-begins-2026-03-01T10_00_00Z@tollbooth>");
    assertThat(message.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
    assertThat(message.getContent().toString()).isEqualToNormalizingNewlines(NOTICE.text());
    assertThat(scopes).containsExactly("https://outlook.office365.com/.default");
  }

  @Test
  void refusesAServerWithoutStarttls() {
    try (SmtpReceiver clearText = SmtpReceiver.clearText()) {
      Throwable thrown =
          catchThrowable(() -> notices(settings("127.0.0.1", clearText.port())).send(NOTICE));

      assertThat(thrown).isInstanceOf(MailSendException.class).hasMessageContaining("STARTTLS");
      assertKeepsSecrets(thrown);
      assertThat(clearText.texts()).isEmpty();
    }
  }

  @Test
  void refusesAServerWhoseCertificateIsForAnotherName() {
    assumeThatCode(() -> new ServerSocket(0, 1, InetAddress.getByName("127.0.0.2")).close())
        .doesNotThrowAnyException();
    try (SmtpReceiver other = SmtpReceiver.encrypted("127.0.0.2", tokens)) {
      Throwable thrown =
          catchThrowable(() -> notices(settings("127.0.0.2", other.port())).send(NOTICE));

      assertThat(thrown).isInstanceOf(MailSendException.class).hasMessageContaining("127.0.0.2");
      assertKeepsSecrets(thrown);
      assertThat(other.texts()).isEmpty();
    }
  }

  @Test
  void carriesTheSameMessageIdAfterGreylisting() throws Exception {
    server.failsOnce(Step.RECEIVER, new RejectException(451, "4.7.1 Greylisted, come back later"));
    Throwable thrown = catchThrowable(() -> notices().send(NOTICE));

    assertThat(thrown)
        .isInstanceOf(MailSendException.class)
        .hasMessageContaining("451 4.7.1 Greylisted");
    assertKeepsSecrets(thrown);
    assertThat(server.received()).isEmpty();

    notices().send(NOTICE);
    notices().send(NOTICE);

    assertThat(server.received()).hasSize(2);
    assertThat(messageIds()).containsOnly("<NO_DATA-begins-2026-03-01T10_00_00Z@tollbooth>");
  }

  @Test
  void deliversToNobodyIfOneReceiverIsRefused() {
    server.failsOnce(Step.RECEIVER, new RejectException(550, "5.1.1 User unknown"));

    assertThatThrownBy(() -> notices().send(NOTICE))
        .isInstanceOf(MailSendException.class)
        .hasMessageContaining("550 5.1.1");
    assertThat(server.texts()).isEmpty();
  }

  @Test
  void throwsIfTheTextIsRefused() {
    server.failsOnce(Step.TEXT, new RejectException(552, "5.2.2 Mailbox full"));

    assertThatThrownBy(() -> notices().send(NOTICE))
        .isInstanceOf(MailSendException.class)
        .hasMessageContaining("552 5.2.2");
  }

  @Test
  void throwsIfTheConnectionDropsBeforeTheMailIsTaken() {
    server.failsOnce(Step.TAKEN, new DropConnectionException(421, "4.4.2 closing"));
    Throwable thrown = catchThrowable(() -> notices().send(NOTICE));
    notices().send(NOTICE);

    assertThat(thrown).isInstanceOf(MailSendException.class);
    assertKeepsSecrets(thrown);
    assertThat(server.received()).hasSize(1);
    assertThat(server.texts())
        .hasSize(2)
        .allMatch(text -> text.contains("<NO_DATA-begins-2026-03-01T10_00_00Z@tollbooth>"));
  }

  @Test
  void throwsIfTheConnectionBreaksBeforeTheAnswer() {
    server.breaksOnce();
    Throwable thrown = catchThrowable(() -> notices().send(NOTICE));
    notices().send(NOTICE);

    assertThat(thrown).isInstanceOf(MailSendException.class);
    assertKeepsSecrets(thrown);
    assertThat(server.received()).hasSize(1);
    assertThat(server.texts()).hasSize(2);
  }

  @Test
  void throwsIfNobodyListens() throws IOException {
    int free;
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      free = socket.getLocalPort();
    }

    assertThatThrownBy(() -> notices(settings("127.0.0.1", free)).send(NOTICE))
        .isInstanceOf(MailSendException.class)
        .hasMessageContaining("127.0.0.1:" + free);
  }

  @Test
  void givesUpOnAServerThatSaysNothing() throws IOException {
    try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      assertThatThrownBy(() -> notices(impatient(silent.getLocalPort())).send(NOTICE))
          .isInstanceOf(MailSendException.class)
          .hasMessageContaining("timed out");
    }
  }

  @Test
  void throwsIfTheServerHangsUpWithoutAWord() throws Exception {
    try (ServerSocket rude = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Thread hangUp =
          Thread.ofVirtual()
              .start(
                  () -> {
                    try (Socket client = rude.accept()) {
                      client.setSoLinger(true, 0);
                    } catch (IOException e) {
                      throw new AssertionError(e);
                    }
                  });

      assertThatThrownBy(() -> notices(settings("127.0.0.1", rude.getLocalPort())).send(NOTICE))
          .isInstanceOf(MailSendException.class);
      hangUp.join();
    }
  }

  private List<String> messageIds() throws Exception {
    List<String> ids = new ArrayList<>();
    for (Received mail : server.received()) {
      ids.add(mail.message().getMessageID());
    }
    return ids;
  }
}
