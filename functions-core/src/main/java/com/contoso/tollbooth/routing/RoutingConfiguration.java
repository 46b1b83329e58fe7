package com.contoso.tollbooth.routing;

import com.contoso.tollbooth.plate.PlateDecision;
import com.contoso.tollbooth.plate.PlateReading;
import java.util.function.Function;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the step from reading to decision. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(RoutingSettings.class)
public class RoutingConfiguration {

  @Bean
  public Function<PlateReading, PlateDecision> routePlate(RoutingSettings settings) {
    return new RoutePlate(settings);
  }
}
