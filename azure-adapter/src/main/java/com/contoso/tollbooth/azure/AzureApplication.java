package com.contoso.tollbooth.azure;

import com.contoso.tollbooth.TollBoothFunctions;
import com.contoso.tollbooth.api.ApiConfiguration;
import com.contoso.tollbooth.azure.handlers.ApiHandlers;
import com.contoso.tollbooth.azure.handlers.EventEndpoint;
import com.contoso.tollbooth.azure.handlers.FactHandlers;
import com.contoso.tollbooth.azure.handlers.PhotoHandlers;
import com.contoso.tollbooth.azure.handlers.TimerHandlers;
import com.contoso.tollbooth.export.BillingExportConfiguration;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The production host: core's functions and the export over Azure's services. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(
    excludeName = "org.springframework.boot.gson.autoconfigure.GsonAutoConfiguration")
@Import({
  TollBoothFunctions.class,
  BillingExportConfiguration.class,
  ApiConfiguration.class,
  AzureConfiguration.class,
  ApiHandlers.class,
  EventEndpoint.class,
  PhotoHandlers.class,
  FactHandlers.class,
  TimerHandlers.class
})
public class AzureApplication {
  /** The Functions worker starts the context by itself; this names the main class to it. */
  public static void main(String[] arguments) {
    SpringApplication.run(AzureApplication.class, arguments);
  }
}
