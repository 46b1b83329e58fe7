package com.contoso.tollbooth.local.azure;

import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The services of Azure, each under its profile and in any combination. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AzureSettings.class)
@Import({
  StorageConfiguration.class,
  VisionConfiguration.class,
  CosmosConfiguration.class,
  SmtpConfiguration.class
})
public class AzureServicesConfiguration {}
