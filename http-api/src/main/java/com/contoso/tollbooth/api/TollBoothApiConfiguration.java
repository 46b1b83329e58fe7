package com.contoso.tollbooth.api;

import java.util.List;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The API over all operations that are wired, those of a parent context too. */
@Configuration(proxyBeanMethods = false)
public class TollBoothApiConfiguration {
  @Bean
  TollBoothApi tollBoothApi(List<Routes> parts) {
    return new TollBoothApi(parts);
  }
}
