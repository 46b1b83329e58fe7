package com.contoso.tollbooth.local.mail;

import com.contoso.tollbooth.billing.Notices;
import com.contoso.tollbooth.local.AzureProfiles;
import com.contoso.tollbooth.local.LocalSettings;
import java.time.Clock;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.springframework.mail.javamail.JavaMailSender;

/** Notices as mails, and the mailbox that the page shows. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(MailSettings.class)
public class MailConfiguration {
  @Bean
  @Profile("!" + AzureProfiles.MAIL)
  Notices notices(JavaMailSender mails, MailSettings settings, Clock clock) {
    return new MailNotices(mails, settings, clock);
  }

  @Bean
  Mailbox mailbox(LocalSettings local) {
    return new Mailbox(local.home().resolve("mailbox"));
  }

  /** With {@code spring.mail.host} set, Spring Boot makes the sender. */
  @Bean
  @Profile("!" + AzureProfiles.MAIL)
  @ConditionalOnProperty(name = "spring.mail.host", matchIfMissing = true, havingValue = "never")
  JavaMailSender folderMailSender(LocalSettings local) {
    return new FolderMailSender(local.home().resolve("mailbox"));
  }
}
