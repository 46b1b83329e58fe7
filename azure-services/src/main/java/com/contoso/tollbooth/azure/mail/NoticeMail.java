package com.contoso.tollbooth.azure.mail;

import com.contoso.tollbooth.billing.Notice;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;

/** A notice as a plain-text mail whose Message-ID is the notice's id. */
final class NoticeMail extends MimeMessage {
  private final String id;

  NoticeMail(Session session, MailSettings settings, Notice notice, Instant now)
      throws MessagingException {
    super(session);
    id = "<" + notice.id().replaceAll("[^A-Za-z0-9.-]", "_") + "@tollbooth>";
    setFrom(settings.from());
    setRecipients(RecipientType.TO, String.join(", ", settings.to()));
    setSubject(notice.subject(), StandardCharsets.UTF_8.name());
    setText(notice.text(), StandardCharsets.UTF_8.name());
    setSentDate(Date.from(now));
    saveChanges();
  }

  /** Jakarta Mail would draw a new id for each copy. */
  @Override
  protected void updateMessageID() throws MessagingException {
    setHeader("Message-ID", id);
  }
}
