package com.contoso.tollbooth.azure;

import com.contoso.tollbooth.TollBoothFunctions;
import com.contoso.tollbooth.api.ApiConfiguration;
import com.contoso.tollbooth.azure.handlers.ApiHandlers;
import com.contoso.tollbooth.azure.handlers.EventEndpoint;
import com.contoso.tollbooth.azure.handlers.FactHandlers;
import com.contoso.tollbooth.azure.handlers.PhotoHandlers;
import com.contoso.tollbooth.azure.handlers.TimerHandlers;
import com.contoso.tollbooth.azure.handlers.UsageHandlers;
import com.contoso.tollbooth.export.BillingExportConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.context.ConfigurationPropertiesAutoConfiguration;
import org.springframework.boot.autoconfigure.context.PropertyPlaceholderAutoConfiguration;
import org.springframework.boot.batch.jdbc.autoconfigure.BatchJdbcAutoConfiguration;
import org.springframework.boot.flyway.autoconfigure.FlywayAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.jdbc.autoconfigure.JdbcTemplateAutoConfiguration;
import org.springframework.boot.transaction.autoconfigure.TransactionAutoConfiguration;
import org.springframework.context.annotation.Import;

/**
 * The production host: core's functions and the export over Azure's services. It names the
 * autoconfigurations it lives on, since a look at all there are takes time at each cold start.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
  ConfigurationPropertiesAutoConfiguration.class,
  PropertyPlaceholderAutoConfiguration.class,
  DataSourceAutoConfiguration.class,
  DataSourceTransactionManagerAutoConfiguration.class,
  JdbcTemplateAutoConfiguration.class,
  TransactionAutoConfiguration.class,
  FlywayAutoConfiguration.class,
  BatchJdbcAutoConfiguration.class
})
@Import({
  TollBoothFunctions.class,
  BillingExportConfiguration.class,
  ApiConfiguration.class,
  AzureConfiguration.class,
  ApiHandlers.class,
  EventEndpoint.class,
  PhotoHandlers.class,
  FactHandlers.class,
  TimerHandlers.class,
  UsageHandlers.class
})
public class AzureApplication {
  /** The Functions worker starts the context by itself; this names the main class to it. */
  public static void main(String[] arguments) {
    SpringApplication.run(AzureApplication.class, arguments);
  }
}
