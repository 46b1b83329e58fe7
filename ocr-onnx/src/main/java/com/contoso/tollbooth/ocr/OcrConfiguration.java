package com.contoso.tollbooth.ocr;

import com.contoso.tollbooth.recognition.TextReader;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the {@code TextReader} that needs no network. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(OcrSettings.class)
public class OcrConfiguration {

  @Bean(destroyMethod = "close")
  TextReader onnxTextReader(OcrSettings settings) {
    return new OnnxTextReader(settings);
  }
}
