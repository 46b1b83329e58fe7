package com.contoso.tollbooth.focus;

import com.contoso.tollbooth.usage.focus.FocusWriter;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Adds Parquet to the formats of the FOCUS export. */
@Configuration(proxyBeanMethods = false)
public class ParquetFocusConfiguration {
  @Bean
  FocusWriter parquetFocusWriter() {
    return new ParquetFocusWriter();
  }
}
