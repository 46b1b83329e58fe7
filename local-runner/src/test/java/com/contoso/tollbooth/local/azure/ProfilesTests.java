package com.contoso.tollbooth.local.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contoso.tollbooth.azure.cosmos.CosmosBillablePlates;
import com.contoso.tollbooth.azure.cosmos.CosmosConditions;
import com.contoso.tollbooth.azure.cosmos.CosmosKnownPassages;
import com.contoso.tollbooth.azure.cosmos.CosmosPassageRegistry;
import com.contoso.tollbooth.azure.cosmos.CosmosPassages;
import com.contoso.tollbooth.azure.cosmos.CosmosReviewQueue;
import com.contoso.tollbooth.azure.storage.BlobBillingDrop;
import com.contoso.tollbooth.azure.storage.BlobPhotoStore;
import com.contoso.tollbooth.azure.vision.AiVisionTextReader;
import com.contoso.tollbooth.billing.BillablePlates;
import com.contoso.tollbooth.billing.BillingDrop;
import com.contoso.tollbooth.billing.Conditions;
import com.contoso.tollbooth.local.AzureProfiles;
import com.contoso.tollbooth.recognition.PhotoStore;
import com.contoso.tollbooth.recognition.TextReader;
import com.contoso.tollbooth.reconciliation.KnownPassages;
import com.contoso.tollbooth.reconciliation.StoredPhotos;
import com.contoso.tollbooth.registry.PassageRegistry;
import com.contoso.tollbooth.registry.Passages;
import com.contoso.tollbooth.review.ReviewQueue;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.WebApplicationType;

@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProfilesTests {
  private static final Map<String, Map<Class<?>, Class<?>>> ADAPTERS =
      Map.of(
          AzureProfiles.STORAGE,
          Map.of(
              PhotoStore.class, BlobPhotoStore.class,
              StoredPhotos.class, BlobPhotoStore.class,
              BillingDrop.class, BlobBillingDrop.class),
          AzureProfiles.VISION,
          Map.of(TextReader.class, AiVisionTextReader.class),
          AzureProfiles.COSMOS,
          Map.of(
              PassageRegistry.class, CosmosPassageRegistry.class,
              Passages.class, CosmosPassages.class,
              KnownPassages.class, CosmosKnownPassages.class,
              ReviewQueue.class, CosmosReviewQueue.class,
              BillablePlates.class, CosmosBillablePlates.class,
              Conditions.class, CosmosConditions.class));

  private EmulatedServices services;

  @BeforeAll
  void start() {
    services = new EmulatedServices().withDatabase();
  }

  @AfterAll
  void stop() {
    services.close();
  }

  /** The others stay as they are. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "azure-storage",
        "azure-vision",
        "azure-cosmos",
        "azure-storage azure-vision",
        "azure-storage azure-cosmos",
        "azure-vision azure-cosmos",
        "azure-storage azure-vision azure-cosmos"
      })
  void putServicesInPlace(String combination, @TempDir Path home) {
    Set<String> profiles = new TreeSet<>(Arrays.asList(combination.split(" ")));
    try (var context = services.application(home, profiles).web(WebApplicationType.NONE).run()) {
      ADAPTERS.forEach(
          (profile, adapters) ->
              adapters.forEach(
                  (port, adapter) ->
                      assertThat(context.getBeanProvider(port).stream().filter(adapter::isInstance))
                          .as("%s under %s", port.getSimpleName(), combination)
                          .hasSize(profiles.contains(profile) ? 1 : 0)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "azure-storage, tollbooth.azure.storage, TOLLBOOTH_AZURE_STORAGE",
    "azure-vision, tollbooth.azure.vision.endpoint, TOLLBOOTH_AZURE_VISION_ENDPOINT",
    "azure-vision, tollbooth.azure.vision.key, TOLLBOOTH_AZURE_VISION_KEY",
    "azure-cosmos, tollbooth.azure.cosmos.endpoint, TOLLBOOTH_AZURE_COSMOS_ENDPOINT",
    "azure-cosmos, tollbooth.azure.cosmos.key, TOLLBOOTH_AZURE_COSMOS_KEY"
  })
  void nameTheSettingThatIsMissing(
      String profile, String missing, String variable, @TempDir Path home) {
    var settings = new HashMap<String, String>();
    settings.put("tollbooth.azure.vision.endpoint", services.vision.address());
    settings.put("tollbooth.azure.vision.key", "a-key");
    settings.put("tollbooth.azure.cosmos.endpoint", services.cosmos.endpoint());
    settings.put("tollbooth.azure.cosmos.key", services.cosmos.key());
    settings.remove(missing);

    assertThatThrownBy(
            () ->
                EmulatedServices.application(home, Set.of(profile), settings)
                    .web(WebApplicationType.NONE)
                    .run())
        .rootCause()
        .isInstanceOf(CannotUseAzure.class)
        .hasMessageStartingWith(
            "the profile %s needs the setting %s (in the environment %s): "
                .formatted(profile, missing, variable));
  }

  @Test
  void nameTheContainerThatIsMissing(@TempDir Path home) {
    try (var bare = new EmulatedServices()) {
      assertThatThrownBy(
              () ->
                  bare.application(home, Set.of(AzureProfiles.COSMOS))
                      .web(WebApplicationType.NONE)
                      .run())
          .rootCause()
          .isInstanceOf(CannotUseAzure.class)
          .hasMessageContaining("needs the container passages in the database tollbooth");
    }
  }
}
