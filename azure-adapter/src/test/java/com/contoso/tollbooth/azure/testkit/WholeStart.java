package com.contoso.tollbooth.azure.testkit;

import com.contoso.tollbooth.azure.AzureApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Import;

/** The app as it would be without a thought for its start: every autoconfiguration there is. */
@EnableAutoConfiguration(
    excludeName = "org.springframework.boot.gson.autoconfigure.GsonAutoConfiguration")
@Import(AzureApplication.class)
public class WholeStart {
  public static void main(String[] arguments) {
    throw new IllegalStateException("the Functions worker starts the context by itself");
  }
}
