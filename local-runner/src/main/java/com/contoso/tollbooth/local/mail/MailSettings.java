package com.contoso.tollbooth.local.mail;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of the mails. They go into the home's {@code mailbox} folder unless {@code
 * spring.mail.host} names an SMTP server.
 *
 * @param from the sender's address
 * @param to customer service's addresses
 */
@ConfigurationProperties("tollbooth.mail")
public record MailSettings(
    @DefaultValue("tollbooth@localhost") String from,
    @DefaultValue("customer-service@localhost") List<String> to) {}
