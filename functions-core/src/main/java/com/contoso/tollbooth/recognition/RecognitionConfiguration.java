package com.contoso.tollbooth.recognition;

import com.contoso.tollbooth.plate.PhotoArrivals;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.plate.PlateReading;
import java.util.function.Function;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Gives the step from photo to reading. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(AdmissionSettings.class)
public class RecognitionConfiguration {

  @Bean
  public Function<PhotoUploaded, PlateReading> recognizePlate(
      PhotoStore photos, TextReader reader, AdmissionSettings settings) {
    return new RecognizePlate(photos, reader, settings);
  }

  @Bean
  Function<PhotoUpload, PhotoUploaded> uploadPhoto(
      PhotoStore photos, PhotoArrivals arrivals, AdmissionSettings settings) {
    return new UploadPhoto(photos, arrivals, settings.maxBytes());
  }
}
