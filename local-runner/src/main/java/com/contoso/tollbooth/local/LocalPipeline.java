package com.contoso.tollbooth.local;

import com.contoso.tollbooth.local.broker.BrokerSettings;
import com.contoso.tollbooth.local.broker.Subscription;
import com.contoso.tollbooth.plate.PassageClosed;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.plate.PlateAccepted;
import com.contoso.tollbooth.plate.ReviewRequired;
import java.util.function.Consumer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Who listens to what. A further subscriber is a further bean. */
@Configuration(proxyBeanMethods = false)
class LocalPipeline {
  static final String PROCESS_PHOTO = "processPhoto";

  @Bean
  Subscription<PhotoUploaded> photoUploaded(
      Consumer<PhotoUploaded> processPhoto, BrokerSettings settings) {
    return Subscription.slow(
        PROCESS_PHOTO,
        PhotoUploaded.TYPE,
        PhotoUploaded.class,
        processPhoto,
        settings.ocrWorkers());
  }

  @Bean
  Subscription<PlateAccepted> plateAccepted(Consumer<PlateAccepted> savePlate) {
    return Subscription.quick("savePlate", PlateAccepted.TYPE, PlateAccepted.class, savePlate);
  }

  @Bean
  Subscription<ReviewRequired> reviewRequired(Consumer<ReviewRequired> queueForReview) {
    return Subscription.quick(
        "queueForReview", ReviewRequired.TYPE, ReviewRequired.class, queueForReview);
  }

  @Bean
  Subscription<PassageClosed> passageClosed(Consumer<PassageClosed> closePassage) {
    return Subscription.quick(
        "closePassage", PassageClosed.TYPE, PassageClosed.class, closePassage);
  }
}
