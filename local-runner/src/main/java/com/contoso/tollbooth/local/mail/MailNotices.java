package com.contoso.tollbooth.local.mail;

import com.contoso.tollbooth.billing.Notice;
import com.contoso.tollbooth.billing.Notices;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.Date;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Sends notices as plain-text mails whose Message-ID is the notice's id. */
record MailNotices(JavaMailSender mails, MailSettings settings, InstantSource clock)
    implements Notices {

  @Override
  public void send(Notice notice) {
    MimeMessage message = mails.createMimeMessage();
    try {
      var mail = new MimeMessageHelper(message, false, StandardCharsets.UTF_8.name());
      mail.setFrom(settings.from());
      mail.setTo(settings.to().toArray(String[]::new));
      mail.setSubject(notice.subject());
      mail.setText(notice.text());
      mail.setSentDate(Date.from(clock.instant()));
      message.setHeader(
          "Message-ID", "<" + notice.id().replaceAll("[^A-Za-z0-9.-]", "_") + "@tollbooth>");
    } catch (MessagingException e) {
      throw new MailPreparationException(e);
    }
    mails.send(message);
  }
}
