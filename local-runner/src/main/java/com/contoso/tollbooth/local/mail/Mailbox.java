package com.contoso.tollbooth.local.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Reads the mails that were delivered into the mailbox folder. */
public final class Mailbox {
  private final Path folder;

  Mailbox(Path folder) {
    this.folder = folder;
  }

  /** All mails, newest first. */
  public List<Mail> mails() {
    if (!Files.isDirectory(folder)) {
      return List.of();
    }
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .filter(file -> file.toString().endsWith(".eml"))
          .map(Mailbox::read)
          .sorted(Comparator.comparing(Mail::sentAt).reversed().thenComparing(Mail::id))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Mail read(Path file) {
    try (InputStream eml = Files.newInputStream(file)) {
      MimeMessage message = FolderMailSender.read(eml);
      return new Mail(
          file.getFileName().toString().replaceFirst("\\.eml$", ""),
          message.getSentDate().toInstant(),
          Arrays.stream(message.getAllRecipients())
              .map(Objects::toString)
              .collect(Collectors.joining(", ")),
          message.getSubject(),
          message.getContent().toString().replace("\r\n", "\n"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (MessagingException e) {
      throw new IllegalStateException("the mail " + file.getFileName() + " is unreadable", e);
    }
  }

  /** A delivered mail. */
  public record Mail(String id, Instant sentAt, String to, String subject, String text) {}
}
