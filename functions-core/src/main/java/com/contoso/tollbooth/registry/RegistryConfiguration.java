package com.contoso.tollbooth.registry;

import com.contoso.tollbooth.plate.PassageClosed;
import com.contoso.tollbooth.plate.PassageId;
import com.contoso.tollbooth.plate.PlateAccepted;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The registry's functions. */
@Configuration(proxyBeanMethods = false)
public class RegistryConfiguration {
  @Bean
  Consumer<PlateAccepted> savePlate(PassageRegistry registry) {
    return registry::accept;
  }

  @Bean
  Consumer<PassageClosed> closePassage(PassageRegistry registry) {
    return registry::close;
  }

  @Bean
  Supplier<PassageCounts> countPassages(Passages passages) {
    return passages::counts;
  }

  @Bean
  Function<PassageQuery, PassagePage> listPassages(Passages passages) {
    return passages::page;
  }

  @Bean
  Function<PassageId, Optional<PassageRecord>> findPassage(Passages passages) {
    return passages::find;
  }
}
