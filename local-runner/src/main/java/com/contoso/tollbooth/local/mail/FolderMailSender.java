package com.contoso.tollbooth.local.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;

/**
 * Delivers mails as {@code .eml} files into a folder; one file a Message-ID, whole or not at all.
 */
final class FolderMailSender extends JavaMailSenderImpl {
  private final Path folder;

  FolderMailSender(Path folder) {
    this.folder = folder;
  }

  @Override
  protected void doSend(MimeMessage[] messages, Object @Nullable [] originals) {
    for (MimeMessage message : messages) {
      try {
        deliver(message);
      } catch (IOException | MessagingException e) {
        throw new MailSendException("the mail could not be put into " + folder, e);
      }
    }
  }

  private void deliver(MimeMessage message) throws IOException, MessagingException {
    Files.createDirectories(folder);
    String id = message.getMessageID();
    message.saveChanges();
    message.setHeader("Message-ID", id);
    String name = id.replaceAll("[^A-Za-z0-9.@-]", "");
    var bytes = new ByteArrayOutputStream();
    message.writeTo(bytes);
    Path part = Files.createTempFile(folder, "mail", ".part");
    Files.write(part, bytes.toByteArray());
    Files.move(part, folder.resolve(name + ".eml"), StandardCopyOption.ATOMIC_MOVE);
  }

  static MimeMessage read(InputStream eml) throws MessagingException {
    return new MimeMessage(Session.getInstance(new Properties()), eml);
  }
}
