package com.contoso.tollbooth.azure.mail;

import static org.assertj.core.api.Assertions.assertThat;

import com.contoso.tollbooth.azure.mail.MailSettings.Starttls;
import com.contoso.tollbooth.billing.Notice;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.Store;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What customer service reads in its mailbox, over a server that wants neither TLS nor a user. */
class MailContentTests {
  private static final Instant NOW = Instant.parse("2026-03-01T10:00:00Z");
  private final GreenMail mailServer =
      new GreenMail(
          new ServerSetup[] {server(ServerSetup.PROTOCOL_SMTP), server(ServerSetup.PROTOCOL_IMAP)});

  private static ServerSetup server(String protocol) {
    var server = new ServerSetup(0, "127.0.0.1", protocol);
    server.setServerStartupTimeout(Duration.ofMinutes(1).toMillis());
    return server;
  }

  @BeforeEach
  void open() {
    mailServer.start();
    mailServer.setUser("desk@contoso.com", "desk", "key");
  }

  @AfterEach
  void close() {
    mailServer.stop();
  }

  @Test
  void readsAsItWasWritten() throws Exception {
    var notice =
        new Notice(
            "NO_DATA-clears-2026-03-01T09:00:00Z",
            "Cleared: TollBooth – no plates to export, Übersicht",
            """
            The condition that began at 2026-03-01T09:00:00Z has ended.

            Größe: 12 – „fertig“, 完了.
            .
            %s

            TollBooth
            """
                .formatted("A line that is far longer than a mail's line may be. ".repeat(40)));

    new SmtpNotices(settings(), request -> null, () -> NOW).send(notice);

    try (Store store = mailServer.getImap().createStore()) {
      store.connect("desk", "key");
      try (Folder inbox = store.getFolder("INBOX")) {
        inbox.open(Folder.READ_ONLY);
        assertThat(inbox.getMessages()).hasSize(1);
        Message mail = inbox.getMessage(1);
        assertThat(mail.getSubject()).isEqualTo(notice.subject());
        // This server takes the last line's end for its own.
        assertThat(mail.getContent().toString())
            .isEqualToNormalizingNewlines(notice.text().stripTrailing());
        assertThat(mail.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
        assertThat(mail.getFrom())
            .extracting(Object::toString)
            .containsExactly("TollBooth <tollbooth@contoso.com>");
        assertThat(mail.getAllRecipients())
            .extracting(Object::toString)
            .containsExactly("desk@contoso.com");
        assertThat(mail.getHeader("Message-ID"))
            .containsExactly("<NO_DATA-clears-2026-03-01T09_00_00Z@tollbooth>");
        assertThat(mail.getSentDate()).isEqualTo(Date.from(NOW));
      }
    }
  }

  private MailSettings settings() {
    return new MailSettings(
        "127.0.0.1",
        mailServer.getSmtp().getPort(),
        null,
        null,
        "TollBooth <tollbooth@contoso.com>",
        List.of("desk@contoso.com"),
        null,
        Starttls.NONE,
        Duration.ofSeconds(5),
        Duration.ofSeconds(5));
  }
}
