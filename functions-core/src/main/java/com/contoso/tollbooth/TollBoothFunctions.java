package com.contoso.tollbooth;

import com.contoso.tollbooth.billing.BillingConfiguration;
import com.contoso.tollbooth.plate.PhotoUploaded;
import com.contoso.tollbooth.plate.PlateDecision;
import com.contoso.tollbooth.plate.PlateEvents;
import com.contoso.tollbooth.plate.PlateReading;
import com.contoso.tollbooth.recognition.PhotoContent;
import com.contoso.tollbooth.recognition.PhotoStore;
import com.contoso.tollbooth.recognition.RecognitionConfiguration;
import com.contoso.tollbooth.reconciliation.ReconciliationConfiguration;
import com.contoso.tollbooth.registry.PassageRecord;
import com.contoso.tollbooth.registry.RegistryConfiguration;
import com.contoso.tollbooth.review.ReviewConfiguration;
import com.contoso.tollbooth.routing.RoutingConfiguration;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** Every function of the plate pipeline; a host adds the ports. */
@Configuration(proxyBeanMethods = false)
@Import({
  RecognitionConfiguration.class,
  RoutingConfiguration.class,
  RegistryConfiguration.class,
  ReviewConfiguration.class,
  BillingConfiguration.class,
  ReconciliationConfiguration.class
})
public class TollBoothFunctions {
  @Bean
  Consumer<PlateDecision> publishDecision(PlateEvents events) {
    return events::publish;
  }

  /** {@code recognizePlate | routePlate | publishDecision}. */
  @Bean
  Consumer<PhotoUploaded> processPhoto(
      Function<PhotoUploaded, PlateReading> recognizePlate,
      Function<PlateReading, PlateDecision> routePlate,
      Consumer<PlateDecision> publishDecision) {
    return photo -> publishDecision.accept(recognizePlate.andThen(routePlate).apply(photo));
  }

  /** The photo of a passage, unless it is gone from the store. */
  @Bean
  Function<PassageRecord, Optional<PhotoContent>> readPhoto(PhotoStore photos) {
    return passage -> photos.find(passage.photo(), passage.tag());
  }
}
