package com.contoso.tollbooth.azure.mail;

import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the mails. With a user and a password that user signs in by password, with a user
 * alone by access token, without a user nobody does.
 *
 * @param host the SMTP server
 * @param port its port; 587, where servers take mails from clients
 * @param user the mailbox to sign in to
 * @param password the user's password; it never shows
 * @param from the sender's address
 * @param to customer service's addresses
 * @param oauthScope what the access token is for; Office 365 unless said otherwise
 * @param starttls whether the connection must be encrypted; a sign-in always is
 * @param connectTimeout 10 seconds, because a lost packet of a connection's opening is sent again
 *     after 1, 3 and 7 seconds
 * @param readTimeout how long the server may take for one answer; 20 seconds, because servers slow
 *     doubtful clients down by some seconds, and the dozen answers of a mail must come, each of
 *     them this late, within the 5 minutes that a function may run
 */
@ConfigurationProperties("tollbooth.mail")
public record MailSettings(
    String host,
    @DefaultValue("587") int port,
    @Nullable String user,
    @Nullable String password,
    String from,
    List<String> to,
    @Nullable String oauthScope,
    @DefaultValue("REQUIRED") Starttls starttls,
    @DefaultValue("10s") Duration connectTimeout,
    @DefaultValue("20s") Duration readTimeout) {
  private static final String OFFICE_365 = "https://outlook.office365.com/.default";

  /** Whether the connection to the mail server must be encrypted. */
  public enum Starttls {
    /** TLS or no mail. */
    REQUIRED,
    /** Clear text, for a server on a trusted network. */
    NONE
  }

  public MailSettings {
    user = blankToNull(user);
    password = blankToNull(password);
    oauthScope = blankToNull(oauthScope);
    check(blankToNull(host) != null, "host is missing: name the SMTP server");
    check(port >= 1 && port <= 65_535, "port must lie between 1 and 65535");
    check(blankToNull(from) != null, "from is missing: name the sender's address");
    check(isAddress(from), "from must be one mail address");
    check(to != null && !to.isEmpty(), "to is missing: name customer service's addresses");
    check(to.stream().allMatch(MailSettings::isAddress), "to must be mail addresses");
    check(user != null || password == null, "user is missing: there is a password for it");
    check(user != null || oauthScope == null, "user is missing: there is an oauth-scope for it");
    check(
        password == null || oauthScope == null,
        "password and tollbooth.mail.oauth-scope exclude each other: give one of them");
    check(
        user == null || starttls == Starttls.REQUIRED,
        "starttls must be REQUIRED if a user signs in, or the secret crosses in clear text");
    check(connectTimeout.toMillis() > 0, "connect-timeout must be positive");
    check(readTimeout.toMillis() > 0, "read-timeout must be positive");
    to = List.copyOf(to);
  }

  /** As Office 365 wants it: encrypted, and a mailbox that sends in its own name. */
  public static MailSettings byAccessToken(String host, int port, String mailbox, List<String> to) {
    return new MailSettings(
        host,
        port,
        mailbox,
        null,
        mailbox,
        to,
        null,
        Starttls.REQUIRED,
        Duration.ofSeconds(10),
        Duration.ofSeconds(20));
  }

  SignIn signIn() {
    if (user == null) {
      return new SignIn.None();
    }
    return password == null
        ? new SignIn.AccessToken(user, oauthScope == null ? OFFICE_365 : oauthScope)
        : new SignIn.Password(user, password);
  }

  /** Without the password. */
  @Override
  public String toString() {
    return "MailSettings[%s, from %s to %s by %s:%d, starttls %s]"
        .formatted(signIn(), from, to, host, port, starttls);
  }

  private static void check(boolean holds, String otherwise) {
    if (!holds) {
      throw new IllegalArgumentException("tollbooth.mail." + otherwise);
    }
  }

  /** A deployment hands over a setting that it has no value for as an empty one. */
  private static @Nullable String blankToNull(@Nullable String text) {
    return text == null || text.isBlank() ? null : text.strip();
  }

  private static boolean isAddress(String text) {
    try {
      new InternetAddress(text, true);
      return true;
    } catch (AddressException e) {
      return false;
    }
  }
}
