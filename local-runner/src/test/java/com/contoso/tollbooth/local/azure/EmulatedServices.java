package com.contoso.tollbooth.local.azure;

import com.azure.cosmos.CosmosClient;
import com.azure.cosmos.CosmosClientBuilder;
import com.azure.storage.blob.BlobContainerClient;
import com.azure.storage.blob.BlobServiceClientBuilder;
import com.contoso.tollbooth.azure.AzureNames;
import com.contoso.tollbooth.azure.cosmos.CosmosStore;
import com.contoso.tollbooth.azure.mail.SmtpReceiver;
import com.contoso.tollbooth.azure.mail.XOAuth2;
import com.contoso.tollbooth.azure.testkit.Azurite;
import com.contoso.tollbooth.azure.testkit.VisionEmulator;
import com.contoso.tollbooth.azure.testkit.cosmos.CosmosEmulator;
import com.contoso.tollbooth.azure.testkit.cosmos.InfraContainers;
import com.contoso.tollbooth.local.AzureProfiles;
import com.contoso.tollbooth.local.LocalApplication;
import com.contoso.tollbooth.local.StubOcr;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** What the profiles need, emulated, and the application over it. */
final class EmulatedServices implements AutoCloseable {
  static final String MAILBOX = "tollbooth@contoso.com";
  private static final String TOKEN = "a-token-of-the-mailbox";

  final VisionEmulator vision = new VisionEmulator();
  final CosmosEmulator cosmos = new CosmosEmulator();
  final SmtpReceiver mails;

  EmulatedServices() {
    var tokens = new XOAuth2();
    tokens.accept(MAILBOX, TOKEN);
    mails = SmtpReceiver.encrypted(tokens);
    System.setProperty("COSMOS.EMULATOR_SERVER_CERTIFICATE_VALIDATION_DISABLED", "true");
    vision.reads(
        picture ->
            StubOcr.lineOf(picture)
                .map(
                    line ->
                        new VisionEmulator.Line(
                            line.text(), line.confidence().value(), 20, 30, 80, 30))
                .stream()
                .toList());
  }

  /** The containers as infra makes them. */
  EmulatedServices withDatabase() {
    try (CosmosClient client =
        new CosmosClientBuilder()
            .endpoint(cosmos.endpoint())
            .key(cosmos.key())
            .gatewayMode()
            .buildClient()) {
      client.createDatabase(CosmosStore.DATABASE);
      InfraContainers.create(client.getDatabase(CosmosStore.DATABASE));
    }
    return this;
  }

  /** The application over the services of these profiles. */
  SpringApplicationBuilder application(Path home, Set<String> profiles) {
    return application(home, profiles, settings(profiles));
  }

  /** Without AI Vision a photo's text is what its comment says. */
  static SpringApplicationBuilder application(
      Path home, Set<String> profiles, Map<String, String> settings) {
    var builder =
        profiles.contains(AzureProfiles.VISION)
            ? new SpringApplicationBuilder(LocalApplication.class)
            : StubOcr.application(Map.of());
    settings.forEach((name, value) -> builder.properties(name + "=" + value));
    return builder
        .properties("tollbooth.home=" + home, "server.port=0", "tollbooth.schedules=false")
        .profiles(profiles.toArray(String[]::new));
  }

  private Map<String, String> settings(Set<String> profiles) {
    var settings = new HashMap<String, String>();
    if (profiles.contains(AzureProfiles.STORAGE)) {
      settings.put("tollbooth.azure.storage", emptyStorage());
    }
    if (profiles.contains(AzureProfiles.VISION)) {
      settings.put("tollbooth.azure.vision.endpoint", vision.address());
      settings.put("tollbooth.azure.vision.key", VisionEmulator.KEY);
    }
    if (profiles.contains(AzureProfiles.COSMOS)) {
      settings.put("tollbooth.azure.cosmos.endpoint", cosmos.endpoint());
      settings.put("tollbooth.azure.cosmos.key", cosmos.key());
      settings.put("tollbooth.ledger.margin", "0s");
    }
    if (profiles.contains(AzureProfiles.MAIL)) {
      settings.put("tollbooth.azure.mail.host", "127.0.0.1");
      settings.put("tollbooth.azure.mail.port", Integer.toString(mails.port()));
      settings.put("tollbooth.azure.mail.user", MAILBOX);
      settings.put("tollbooth.azure.mail.token", TOKEN);
      settings.put("tollbooth.azure.mail.to", "desk@contoso.com, lead@contoso.com");
    }
    return settings;
  }

  /** Other tests of this JVM left their photos there. */
  private static String emptyStorage() {
    List.of(AzureNames.PHOTOS, AzureNames.EXPORTS)
        .forEach(
            name -> {
              BlobContainerClient container = container(name);
              container.createIfNotExists();
              container
                  .listBlobs()
                  .forEach(blob -> container.getBlobClient(blob.getName()).delete());
            });
    return Azurite.running().connectionString();
  }

  static BlobContainerClient container(String name) {
    return new BlobServiceClientBuilder()
        .connectionString(Azurite.running().connectionString())
        .buildClient()
        .getBlobContainerClient(name);
  }

  @Override
  public void close() {
    mails.close();
    cosmos.close();
    vision.close();
  }
}
