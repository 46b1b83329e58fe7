package com.contoso.tollbooth.reconciliation;

import com.contoso.tollbooth.plate.PhotoArrivals;
import com.contoso.tollbooth.plate.PlateEvents;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Reconciliation's functions. */
@Configuration(proxyBeanMethods = false)
public class ReconciliationConfiguration {
  @Bean
  Supplier<ReconciliationReport> reconcile(
      StoredPhotos stored, KnownPassages registry, PhotoArrivals arrivals, PlateEvents events) {
    return new Reconcile(stored, registry, arrivals, events);
  }

  /** An empty list replays all. */
  @Bean
  Function<List<String>, Integer> replayDeadLetters(DeadLetters letters) {
    return ids -> ids.isEmpty() ? letters.replayAll() : letters.replay(ids);
  }

  @Bean
  Function<Integer, DeadLetterPage> listDeadLetters(DeadLetters letters) {
    return limit -> new DeadLetterPage(letters.size(), letters.list(limit));
  }
}
