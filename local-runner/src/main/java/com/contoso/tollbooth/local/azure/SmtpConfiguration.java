package com.contoso.tollbooth.local.azure;

import com.azure.core.credential.AccessToken;
import com.azure.core.credential.TokenCredential;
import com.contoso.tollbooth.azure.mail.SmtpNotices;
import com.contoso.tollbooth.local.AzureProfiles;
import java.time.Clock;
import java.time.OffsetDateTime;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import reactor.core.publisher.Mono;

/** Mails by SMTP; the mailbox signs in by XOAUTH2 with the access token that it was given. */
@Configuration(proxyBeanMethods = false)
@Profile(AzureProfiles.MAIL)
class SmtpConfiguration {
  @Bean
  SmtpNotices notices(AzureSettings settings, Clock clock) {
    String token = settings.mailToken();
    TokenCredential given = scope -> Mono.just(new AccessToken(token, OffsetDateTime.MAX));
    return new SmtpNotices(settings.mailSettings(), given, clock);
  }
}
