package com.contoso.tollbooth.local.ocr;

import com.contoso.tollbooth.recognition.TextReader;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Primary;

/** Puts the meter before the OCR engine. */
@Configuration(proxyBeanMethods = false)
public class MeteredOcr {
  @Bean
  @Primary
  OcrMeter ocrMeter(TextReader engine) {
    return new OcrMeter(engine);
  }
}
