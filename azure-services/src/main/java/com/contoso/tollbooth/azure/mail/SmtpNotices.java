package com.contoso.tollbooth.azure.mail;

import com.azure.core.credential.TokenCredential;
import com.azure.core.credential.TokenRequestContext;
import com.contoso.tollbooth.billing.Notice;
import com.contoso.tollbooth.billing.Notices;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.time.InstantSource;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.mail.MailAuthenticationException;
import org.springframework.mail.MailException;
import org.springframework.mail.MailPreparationException;
import org.springframework.mail.MailSendException;

/**
 * Hands each notice to an SMTP server, one connection a mail. It throws unless the server has taken
 * the mail for all receivers, so that the caller repeats it.
 */
public final class SmtpNotices implements Notices {
  /** Reply code and enhanced status code, RFC 5321 and RFC 3463. */
  private static final Pattern CODES =
      Pattern.compile(
          "(?<reply>[2-5]\\d\\d)(?:[ -](?<status>[245]\\.\\d{1,3}\\.\\d{1,3}))?.*", Pattern.DOTALL);

  private final MailSettings settings;
  private final TokenCredential credential;
  private final InstantSource clock;
  private final Session session;

  /**
   * @param credential gives the access tokens; not asked unless a user signs in without a password
   */
  public SmtpNotices(MailSettings settings, TokenCredential credential, InstantSource clock) {
    this.settings = settings;
    this.credential = credential;
    this.clock = clock;
    this.session = Session.getInstance(SmtpProperties.of(settings));
  }

  @Override
  public void send(Notice notice) {
    NoticeMail mail = mail(notice);
    try {
      Transport transport = session.getTransport("smtp");
      try {
        connect(transport);
        transport.sendMessage(mail, mail.getAllRecipients());
      } finally {
        close(transport);
      }
    } catch (AuthenticationFailedException e) {
      throw signInFailed(e);
    } catch (MessagingException e) {
      throw new MailSendException(server() + " did not take the mail: " + reason(e), e);
    }
  }

  private NoticeMail mail(Notice notice) {
    try {
      return new NoticeMail(session, settings, notice, clock.instant());
    } catch (MessagingException e) {
      throw new MailPreparationException("the notice " + notice.id() + " makes no mail", e);
    }
  }

  private void connect(Transport transport) throws MessagingException {
    switch (settings.signIn()) {
      case SignIn.None() -> transport.connect(settings.host(), settings.port(), null, null);
      case SignIn.Password(var user, var password) ->
          transport.connect(settings.host(), settings.port(), user, password);
      case SignIn.AccessToken(var user, var scope) ->
          transport.connect(settings.host(), settings.port(), user, token(scope));
    }
  }

  /** Asked for each connection: the credential keeps a token for as long as it is good. */
  private String token(String scope) {
    return credential.getTokenSync(new TokenRequestContext().addScopes(scope)).getToken();
  }

  /** What happens after the server has taken or refused the mail changes neither. */
  private static void close(Transport transport) {
    try {
      transport.close();
    } catch (MessagingException e) {
      // The socket is gone, which is what was wanted.
    }
  }

  /**
   * Neither the server's words nor the exception that has them go any further: some servers repeat
   * what they were sent, and that was the secret.
   */
  private MailException signInFailed(AuthenticationFailedException e) {
    String who = server() + ", " + settings.signIn() + ": ";
    Matcher codes = CODES.matcher(String.valueOf(e.getMessage()));
    if (!codes.matches()) {
      return new MailSendException(
          who + "the sign-in broke off, or the server does not know this kind of sign-in");
    }
    String reply =
        Stream.of(codes.group("reply"), codes.group("status"))
            .filter(code -> code != null)
            .collect(Collectors.joining(" ", "(", ")"));
    return codes.group("reply").startsWith("4")
        ? new MailSendException(who + "the sign-in cannot be done for now " + reply)
        : new MailAuthenticationException(who + "the sign-in was refused " + reply + ", " + why());
  }

  private String why() {
    return switch (settings.signIn()) {
      case SignIn.None() -> "the server wants a user";
      case SignIn.Password password -> "user or password is wrong";
      case SignIn.AccessToken token ->
          "the access token is expired or wrong, or its owner may not send from this mailbox";
    };
  }

  private String server() {
    return settings.host() + ":" + settings.port();
  }

  private static String reason(MessagingException e) {
    return Stream.<Throwable>iterate(e, cause -> cause != null, Throwable::getCause)
        .map(cause -> String.valueOf(cause.getMessage()).strip())
        .distinct()
        .collect(Collectors.joining(": "));
  }
}
