package com.contoso.tollbooth.local.azure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.contoso.tollbooth.azure.cosmos.CosmosBillablePlates;
import com.contoso.tollbooth.azure.cosmos.CosmosConditions;
import com.contoso.tollbooth.azure.cosmos.CosmosKnownPassages;
import com.contoso.tollbooth.azure.cosmos.CosmosPassageRegistry;
import com.contoso.tollbooth.azure.cosmos.CosmosPassages;
import com.contoso.tollbooth.azure.cosmos.CosmosReviewQueue;
import com.contoso.tollbooth.azure.mail.SmtpNotices;
import com.contoso.tollbooth.azure.storage.BlobBillingDrop;
import com.contoso.tollbooth.azure.storage.BlobPhotoStore;
import com.contoso.tollbooth.azure.vision.AiVisionTextReader;
import com.contoso.tollbooth.billing.BillablePlates;
import com.contoso.tollbooth.billing.BillingDrop;
import com.contoso.tollbooth.billing.Conditions;
import com.contoso.tollbooth.billing.Notice;
import com.contoso.tollbooth.billing.Notices;
import com.contoso.tollbooth.local.AzureProfiles;
import com.contoso.tollbooth.recognition.PhotoStore;
import com.contoso.tollbooth.recognition.TextReader;
import com.contoso.tollbooth.reconciliation.KnownPassages;
import com.contoso.tollbooth.reconciliation.StoredPhotos;
import com.contoso.tollbooth.registry.PassageRegistry;
import com.contoso.tollbooth.registry.Passages;
import com.contoso.tollbooth.review.ReviewQueue;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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
              Conditions.class, CosmosConditions.class),
          AzureProfiles.MAIL,
          Map.of(Notices.class, SmtpNotices.class));

  private EmulatedServices services;

  @BeforeAll
  void start() {
    services = new EmulatedServices().withDatabase();
  }

  @AfterAll
  void stop() {
    services.close();
  }

  static Stream<Set<String>> combinations() {
    List<String> profiles = new TreeSet<>(ADAPTERS.keySet()).stream().toList();
    return IntStream.range(1, 1 << profiles.size())
        .mapToObj(
            drawn ->
                IntStream.range(0, profiles.size())
                    .filter(n -> (drawn >> n & 1) == 1)
                    .mapToObj(profiles::get)
                    .collect(Collectors.toCollection(TreeSet::new)));
  }

  /** The others stay as they are. */
  @ParameterizedTest
  @MethodSource("combinations")
  void putServicesInPlace(Set<String> profiles, @TempDir Path home) {
    try (var context = services.application(home, profiles).web(WebApplicationType.NONE).run()) {
      ADAPTERS.forEach(
          (profile, adapters) ->
              adapters.forEach(
                  (port, adapter) ->
                      assertThat(context.getBeanProvider(port).stream().filter(adapter::isInstance))
                          .as("%s under %s", port.getSimpleName(), profiles)
                          .hasSize(profiles.contains(profile) ? 1 : 0)));
    }
  }

  @ParameterizedTest
  @CsvSource({
    "azure-storage, tollbooth.azure.storage, TOLLBOOTH_AZURE_STORAGE",
    "azure-vision, tollbooth.azure.vision.endpoint, TOLLBOOTH_AZURE_VISION_ENDPOINT",
    "azure-vision, tollbooth.azure.vision.key, TOLLBOOTH_AZURE_VISION_KEY",
    "azure-cosmos, tollbooth.azure.cosmos.endpoint, TOLLBOOTH_AZURE_COSMOS_ENDPOINT",
    "azure-cosmos, tollbooth.azure.cosmos.key, TOLLBOOTH_AZURE_COSMOS_KEY",
    "azure-mail, tollbooth.azure.mail.user, TOLLBOOTH_AZURE_MAIL_USER",
    "azure-mail, tollbooth.azure.mail.token, TOLLBOOTH_AZURE_MAIL_TOKEN",
    "azure-mail, tollbooth.azure.mail.to, TOLLBOOTH_AZURE_MAIL_TO"
  })
  void nameTheSettingThatIsMissing(
      String profile, String missing, String variable, @TempDir Path home) {
    var settings = new HashMap<String, String>();
    settings.put("tollbooth.azure.vision.endpoint", services.vision.address());
    settings.put("tollbooth.azure.vision.key", "a-key");
    settings.put("tollbooth.azure.cosmos.endpoint", services.cosmos.endpoint());
    settings.put("tollbooth.azure.cosmos.key", services.cosmos.key());
    settings.put("tollbooth.azure.mail.user", EmulatedServices.MAILBOX);
    settings.put("tollbooth.azure.mail.token", "a-token");
    settings.put("tollbooth.azure.mail.to", "desk@contoso.com");
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
  void sendNoticesFromTheMailboxOfTheToken(@TempDir Path home) {
    try (var context =
        services.application(home, Set.of(AzureProfiles.MAIL)).web(WebApplicationType.NONE).run()) {
      context.getBean(Notices.class).send(new Notice("a-notice", "Nothing to export", "None."));
    }

    assertThat(services.mails.received())
        .singleElement()
        .satisfies(
            mail -> {
              assertThat(mail.identity()).isEqualTo(EmulatedServices.MAILBOX);
              assertThat(mail.sender()).isEqualTo(EmulatedServices.MAILBOX);
              assertThat(mail.receivers()).containsExactly("desk@contoso.com", "lead@contoso.com");
              assertThat(mail.encrypted()).isTrue();
              assertThat(mail.message().getSubject()).isEqualTo("Nothing to export");
            });
    assertThat(home.resolve("mailbox")).doesNotExist();
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
