package com.contoso.tollbooth.azure.mail;

import com.contoso.tollbooth.azure.mail.MailSettings.Starttls;
import java.util.Properties;

/** What Jakarta Mail has to keep to. */
final class SmtpProperties {
  private SmtpProperties() {}

  static Properties of(MailSettings settings) {
    var properties = new Properties();
    properties.setProperty(
        "mail.smtp.connectiontimeout", Long.toString(settings.connectTimeout().toMillis()));
    properties.setProperty("mail.smtp.timeout", Long.toString(settings.readTimeout().toMillis()));
    if (settings.starttls() == Starttls.REQUIRED) {
      properties.setProperty("mail.smtp.starttls.enable", "true");
      properties.setProperty("mail.smtp.starttls.required", "true");
      properties.setProperty("mail.smtp.ssl.protocols", "TLSv1.2 TLSv1.3");
      properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
    }
    switch (settings.signIn()) {
      case SignIn.None none -> properties.setProperty("mail.smtp.auth", "false");
      case SignIn.Password password -> signInBy(properties, "PLAIN LOGIN");
      case SignIn.AccessToken token -> signInBy(properties, "XOAUTH2");
    }
    return properties;
  }

  private static void signInBy(Properties properties, String mechanisms) {
    properties.setProperty("mail.smtp.auth", "true");
    properties.setProperty("mail.smtp.auth.mechanisms", mechanisms);
  }
}
