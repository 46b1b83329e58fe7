package com.contoso.tollbooth.local.drop;

import com.contoso.tollbooth.local.AzureProfiles;
import com.contoso.tollbooth.local.LocalSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/** Billing's folder. */
@Configuration(proxyBeanMethods = false)
@Profile("!" + AzureProfiles.STORAGE)
public class DropConfiguration {
  @Bean
  FolderBillingDrop billingDrop(LocalSettings settings) {
    return new FolderBillingDrop(settings.home().resolve("exports"));
  }
}
