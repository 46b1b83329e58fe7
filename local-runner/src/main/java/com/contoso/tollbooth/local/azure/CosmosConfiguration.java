package com.contoso.tollbooth.local.azure;

import com.azure.cosmos.ConsistencyLevel;
import com.azure.cosmos.CosmosClient;
import com.azure.cosmos.CosmosClientBuilder;
import com.azure.cosmos.CosmosDatabase;
import com.azure.cosmos.CosmosException;
import com.contoso.tollbooth.azure.cosmos.CosmosBillablePlates;
import com.contoso.tollbooth.azure.cosmos.CosmosConditions;
import com.contoso.tollbooth.azure.cosmos.CosmosKnownPassages;
import com.contoso.tollbooth.azure.cosmos.CosmosPassageRegistry;
import com.contoso.tollbooth.azure.cosmos.CosmosPassages;
import com.contoso.tollbooth.azure.cosmos.CosmosPhotosByMonth;
import com.contoso.tollbooth.azure.cosmos.CosmosReviewQueue;
import com.contoso.tollbooth.azure.cosmos.CosmosStore;
import com.contoso.tollbooth.azure.cosmos.LedgerSettings;
import com.contoso.tollbooth.local.AzureProfiles;
import com.contoso.tollbooth.local.broker.EventJournal;
import io.micrometer.core.instrument.Metrics;
import java.time.Clock;
import java.time.YearMonth;
import java.util.List;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;

/**
 * Passages, reviews and the billing ledger in Cosmos DB. An effect there and the end of its
 * delivery here are no longer one transaction; a crash between them delivers the message again, as
 * on Azure.
 */
@Configuration(proxyBeanMethods = false)
@Profile(AzureProfiles.COSMOS)
@EnableConfigurationProperties(LedgerSettings.class)
class CosmosConfiguration {
  @Bean
  CosmosClient cosmosClient(AzureSettings settings) {
    return new CosmosClientBuilder()
        .endpoint(settings.cosmosEndpoint())
        .key(settings.cosmosKey())
        .consistencyLevel(ConsistencyLevel.SESSION)
        .gatewayMode()
        .buildClient();
  }

  @Bean
  CosmosStore cosmosStore(CosmosClient client) {
    CosmosDatabase database = client.getDatabase(CosmosStore.DATABASE);
    List.of(CosmosStore.PASSAGES, CosmosStore.LEDGER, CosmosStore.EXPORTS)
        .forEach(container -> require(database, container));
    return new CosmosStore(database, Metrics.globalRegistry);
  }

  /** Its keys and indexes are infra's to decide. */
  private static void require(CosmosDatabase database, String container) {
    try {
      var unused = database.getContainer(container).read();
    } catch (CosmosException e) {
      if (e.getStatusCode() != 404) {
        throw e;
      }
      throw new CannotUseAzure(
          "the profile %s needs the container %s in the database %s, as infra/modules/cosmos.bicep makes it"
              .formatted(AzureProfiles.COSMOS, container, CosmosStore.DATABASE));
    }
  }

  @Bean
  CosmosPassageRegistry passageRegistry(CosmosStore store, LedgerSettings settings, Clock clock) {
    return new CosmosPassageRegistry(store, settings, clock);
  }

  @Bean
  CosmosPassages passages(CosmosStore store) {
    return new CosmosPassages(store);
  }

  @Bean
  Supplier<SortedMap<YearMonth, Long>> countPhotosByMonth(CosmosStore store, Clock clock) {
    return new CosmosPhotosByMonth(store, clock);
  }

  @Bean
  CosmosKnownPassages knownPassages(CosmosStore store, EventJournal journal, Clock clock) {
    return new CosmosKnownPassages(store, journal::isEmpty, clock);
  }

  @Bean
  CosmosReviewQueue reviewQueue(CosmosStore store, Clock clock) {
    return new CosmosReviewQueue(store, clock);
  }

  @Bean
  CosmosBillablePlates billablePlates(CosmosStore store, LedgerSettings settings) {
    return new CosmosBillablePlates(store, settings);
  }

  @Bean
  CosmosConditions conditions(CosmosStore store) {
    return new CosmosConditions(store);
  }
}
